package org.manypaths.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.util.UrlUtil;
import jakarta.servlet.ServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.manypaths.refusal.Refusal;
import org.manypaths.refusal.RequestCode;
import org.manypaths.security.Interaction;

/** Judges a transaction, or the one entry of a batch that makes one, entry by entry. */
class TransactionAccess {

    private static final String SELVES = TransactionAccess.class.getName() + ".selves";

    private final SearchAccess searches;
    private final WriteGuard writes;
    private final ReferenceConditions conditions;

    TransactionAccess(SearchAccess searches, WriteGuard writes, ReferenceConditions conditions) {
        this.searches = searches;
        this.writes = writes;
        this.conditions = conditions;
    }

    /** Notes which placeholders stand for people, and the addresses that entries were asked by. */
    static void remember(Bundle bundle, RequestDetails request) {
        Set<String> people = bundle.getEntry().stream()
                .filter(entry -> entry.getResource() instanceof Patient && entry.hasFullUrl())
                .map(BundleEntryComponent::getFullUrl)
                .collect(Collectors.toSet());
        RecordOrigin.remember(request, people);
        request.getUserData()
                .putIfAbsent(
                        SELVES,
                        bundle.getEntry().stream()
                                .map(entry -> String.valueOf(entry.getRequest().getUrl()))
                                .toList());
    }

    @SuppressWarnings("unchecked")
    static List<String> selves(RequestDetails request) {
        return (List<String>) request.getUserData().getOrDefault(SELVES, List.of());
    }

    /** Before validation: what the token does not allow is told first, and searches are narrowed. */
    void judge(Bundle bundle, Sight sight, ServletRequest request) {
        if (!sight.isUnlimited()) {
            bundle.getEntry().forEach(entry -> judge(entry, sight, request));
        }
    }

    /** After validation, which sees what was sent: conditions, in requests and in references, are narrowed. */
    void narrowConditions(Bundle bundle, Sight sight) {
        conditions.narrow(bundle, sight);
        if (!sight.isUnlimited()) {
            bundle.getEntry().forEach(entry -> narrowCondition(entry, sight));
        }
    }

    private void judge(BundleEntryComponent entry, Sight sight, ServletRequest request) {
        HTTPVerb verb = entry.getRequest().getMethod();
        String url = relative(entry);
        String type = url.replaceAll("[/?].*", "");
        if (verb == null || !type.matches("[A-Z][A-Za-z]+")) {
            throw RequestCode.INVALID_PARAMETER.refusal(
                    "An entry of the Bundle asks for " + url + ", which is no address of a record or a type.",
                    "Give request.method, and request.url as Type, Type/id or Type?criteria.");
        }
        requireOwnWordOnly(entry, verb, url);
        // By what is stored, too: an address that reads like another type opens nothing.
        if (entry.getResource() != null && (verb == HTTPVerb.POST || verb == HTTPVerb.PUT)) {
            WriteRules.require(
                    sight,
                    entry.getResource().fhirType(),
                    verb == HTTPVerb.POST ? Interaction.CREATE : Interaction.UPDATE);
        }
        switch (verb) {
            case POST -> WriteRules.require(sight, type, Interaction.CREATE);
            case PUT, PATCH -> WriteRules.require(sight, type, Interaction.UPDATE);
            case DELETE -> WriteRules.require(sight, type, Interaction.DELETE);
            default -> read(entry, type, sight, request);
        }
    }

    /** With an id it would be made under that id, or refused where somebody else has it: either tells whether it is there. */
    private static void requireOwnWordOnly(BundleEntryComponent entry, HTTPVerb verb, String url) {
        int condition = url.indexOf('?');
        if (verb != HTTPVerb.PUT || condition < 0) {
            return;
        }
        boolean named = UrlUtil.parseQueryString(url.substring(condition + 1)).keySet().stream()
                        .anyMatch(name -> name.replaceFirst(":.*", "").equals("_id"))
                || (entry.getResource() != null && entry.getResource().hasId());
        if (named) {
            throw RequestCode.INVALID_PARAMETER.refusal(
                    "A PUT by a condition names no id: the condition " + url + " says which record is meant.",
                    "Leave the id out, or send the PUT to the id.");
        }
    }

    private static String relative(BundleEntryComponent entry) {
        return String.valueOf(entry.getRequest().getUrl()).replaceFirst("^/", "");
    }

    private static void narrowCondition(BundleEntryComponent entry, Sight sight) {
        String url = relative(entry);
        String type = url.replaceAll("[/?].*", "");
        if (entry.getRequest().hasIfNoneExist()) {
            entry.getRequest()
                    .setIfNoneExist(ConditionRules.narrowed(
                                    entry.getRequest().getIfNoneExist(), type, sight, Interaction.CREATE)
                            .replaceFirst("^" + type + "\\?", ""));
        }
        HTTPVerb verb = entry.getRequest().getMethod();
        if (url.contains("?") && verb != HTTPVerb.GET) {
            entry.getRequest().setUrl(ConditionRules.narrowed(url, type, sight, interaction(verb)));
        }
    }

    /** A read by id comes as a request of its own, and is judged then; a search has to be narrowed before. */
    private void read(BundleEntryComponent entry, String type, Sight sight, ServletRequest request) {
        EntryRead read = EntryRead.of(relative(entry));
        if (read.search()) {
            Map<String, String[]> narrowed = searches.narrowed(sight, type, read.asked(), request);
            entry.getRequest().setUrl(type + "?" + NarrowedSearches.query(narrowed));
        }
    }

    /** After validation: what is to be changed must be there for the caller, and be its own. */
    void requireOwn(Bundle bundle, Sight sight) {
        for (int i = 0; i < bundle.getEntry().size(); i++) {
            BundleEntryComponent entry = bundle.getEntry().get(i);
            HTTPVerb verb = entry.getRequest().getMethod();
            IdType id = new IdType(relative(entry));
            boolean changes = verb == HTTPVerb.PUT || verb == HTTPVerb.PATCH || verb == HTTPVerb.DELETE;
            if (changes && id.hasIdPart() && !relative(entry).contains("?")) {
                requireOwn(sight, interaction(verb), id, "Bundle.entry[" + i + "]");
            }
        }
    }

    private static Interaction interaction(HTTPVerb verb) {
        return switch (verb) {
            case POST -> Interaction.CREATE;
            case DELETE -> Interaction.DELETE;
            default -> Interaction.UPDATE;
        };
    }

    private void requireOwn(Sight sight, Interaction interaction, IdType id, String place) {
        try {
            writes.requireOwn(sight, interaction, new IdType(id.getResourceType(), id.getIdPart()), Optional.empty());
        } catch (Refusal refusal) {
            throw new Refusal(
                    refusal.getStatusCode(),
                    refusal.issues().stream().map(issue -> issue.at(place)).toList());
        }
    }
}
