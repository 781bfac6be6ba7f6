package org.manypaths.limits;

import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.manypaths.refusal.Issue;

/**
 * To where an entry of a Bundle goes that changes something (R4, 3.1.0.11.1): what it says has to be what is done.
 *
 * <p>Whoever judges an entry reads its address, and the storage goes by the resource in it. An address that the two read
 * in two ways would be judged as one thing and carried out as another.
 */
final class EntryAddress {

    private static final String TYPE = "[A-Z][A-Za-z]+";
    private static final Pattern ONE = Pattern.compile(TYPE + "/[A-Za-z0-9.-]{1,64}");
    private static final Pattern BY_CONDITION = Pattern.compile(TYPE + "\\?[^?]*=.+");

    private EntryAddress() {}

    static Optional<Issue> check(BundleEntryComponent entry, HTTPVerb method, String url, String path) {
        String address = url.replaceFirst("^/", "");
        return switch (method) {
            case POST -> made(entry, address, path);
            case PUT -> changed(address, path).or(() -> ofAnotherType(entry, address, path));
            case PATCH, DELETE -> changed(address, path);
            default -> Optional.empty();
        };
    }

    private static Optional<Issue> made(BundleEntryComponent entry, String address, String path) {
        if (address.contains("$") || address.contains("_search")) {
            return Optional.of(BundleRules.issue(
                    path + ".request.url",
                    "is " + address + ", and a Bundle carries no operation and no search that is asked by POST.",
                    "Send it as a request of its own."));
        }
        if (entry.getResource() == null) {
            return Optional.of(BundleRules.issue(path + ".resource", "is missing.", "Send what is to be stored."));
        }
        String type = entry.getResource().fhirType();
        return address.equals(type)
                ? Optional.empty()
                : Optional.of(BundleRules.issue(
                        path + ".request.url",
                        "is " + address + ", and the entry holds a " + type + ".",
                        "A POST goes to the URL of its type, as in " + type + "."));
    }

    private static Optional<Issue> changed(String address, String path) {
        return ONE.matcher(address).matches() || BY_CONDITION.matcher(address).matches()
                ? Optional.empty()
                : Optional.of(BundleRules.issue(
                        path + ".request.url",
                        "is " + address + ", which does not say which record is meant.",
                        "Name one, as in Patient/1, or give a condition, as in Patient?identifier=1; not both."));
    }

    private static Optional<Issue> ofAnotherType(BundleEntryComponent entry, String address, String path) {
        String type = address.replaceFirst("[/?].*", "");
        return entry.getResource() == null || entry.getResource().fhirType().equals(type)
                ? Optional.empty()
                : Optional.of(BundleRules.issue(
                        path + ".request.url",
                        "is " + address + ", and the entry holds a "
                                + entry.getResource().fhirType() + ".",
                        "A PUT goes to a record of the type that it holds."));
    }
}
