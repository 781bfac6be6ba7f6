package org.manypaths.reception;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.manypaths.access.Origin;
import org.manypaths.access.References;
import org.manypaths.conformance.Canonical;
import org.manypaths.handoff.digest.DocumentDigest;
import org.manypaths.refusal.Blank;

/**
 * A document that has arrived, and where its references lead. Immutable but for the resources in it.
 *
 * @param json the text that its digest is about
 * @param digest of that text
 * @param stated the digest that it was signed off with
 * @param entries by full URL, in the order of the document
 */
record Arrived(Bundle bundle, String json, String digest, Optional<String> stated, Map<String, Resource> entries) {

    private static final String PROFILES = Canonical.BASE + "/StructureDefinition/ihrp-";
    private static final String MARKS = Canonical.BASE + "/StructureDefinition/" + Canonical.ACCESS;
    private static final Set<String> DOCUMENTS = Set.of(PROFILES + "handoff-bundle", PROFILES + "handoff-composition");

    /** The base of an address as a server gives it (R4, 3.1.0.1.1 and 2.36.4.1). */
    private static final Pattern ON_A_SERVER =
            Pattern.compile("(?<base>https?://\\S+/)[A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64}");

    private static final Pattern RELATIVE = Pattern.compile("[A-Z][A-Za-z]+/[A-Za-z0-9.-]{1,64}");

    /** What only the server says of a record is taken off: of what arrives it says nothing, whoever wrote it there. */
    static Arrived of(Bundle bundle, String json) {
        Map<String, Resource> entries = new LinkedHashMap<>();
        bundle.getEntry().stream()
                .filter(entry -> entry.getResource() != null)
                .forEach(entry -> entries.put(address(entry.getFullUrl(), entry.getResource()), entry.getResource()));
        entries.values().forEach(Arrived::clear);
        return new Arrived(bundle, json, DocumentDigest.of(json), DocumentDigest.stated(json), entries);
    }

    private static void clear(Resource record) {
        if (record.hasMeta()) {
            record.getMeta().getExtension().removeIf(extension -> MARKS.equals(extension.getUrl()));
            record.getMeta().getTag().removeIf(tag -> Origin.SYSTEM.equals(tag.getSystem()));
        }
    }

    /** The same document, of which only some entries count. */
    Arrived only(Map<String, Resource> some) {
        return new Arrived(bundle, json, digest, stated, some);
    }

    /**
     * Whether it claims to be one of ours, and so has to keep what ours promise: by its profile, by that of its
     * Composition, or by being signed off in our way. Taking one of them off does not free it of the others.
     */
    boolean isOurs() {
        return Stream.concat(
                                profiles(bundle),
                                profiles(bundle.getEntryFirstRep().getResource()))
                        .anyMatch(DOCUMENTS::contains)
                || stated.isPresent();
    }

    /** Whether anything in it follows a profile of ours, and so tells of substance use. */
    boolean tellsInOurWay() {
        return isOurs()
                || entries.values().stream()
                        .flatMap(Arrived::profiles)
                        .anyMatch(profile -> profile.startsWith(PROFILES));
    }

    private static Stream<String> profiles(@Nullable Resource resource) {
        return resource == null
                ? Stream.empty()
                : resource.getMeta().getProfile().stream()
                        .map(profile -> String.valueOf(profile.getValue()).replaceFirst("\\|.*", ""));
    }

    Composition composition() {
        return (Composition) bundle.getEntryFirstRep().getResource();
    }

    List<Patient> people() {
        return all(Patient.class).toList();
    }

    Patient person() {
        return people().get(0);
    }

    <T extends Resource> Stream<T> all(Class<T> type) {
        return entries.values().stream().filter(type::isInstance).map(type::cast);
    }

    /** Whether it says of itself that all in it comes from a programme for substance use. */
    boolean isUnderPart2() {
        return Labels.isUnderPart2(bundle) || Labels.isUnderPart2(composition());
    }

    /** When it was put together. */
    Instant at() {
        return bundle.getTimestamp().toInstant();
    }

    /** The organization that signs the document off. */
    Optional<Organization> sender() {
        return target(composition().getCustodian())
                .filter(Organization.class::isInstance)
                .map(Organization.class::cast);
    }

    /** The entry that is an organization of this server: by a business identifier, or because it stands here. */
    Optional<Organization> known(Organization here, String base) {
        String address = base + "/Organization/" + here.getIdElement().getIdPart();
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Organization organization
                        && (entry.getKey().equals(address) || sharesIdentifier(organization, here)))
                .map(entry -> (Organization) entry.getValue())
                .findFirst();
    }

    private static boolean sharesIdentifier(Organization one, Organization other) {
        return one.getIdentifier().stream()
                .filter(identifier -> identifier.hasSystem() && identifier.hasValue())
                .anyMatch(identifier -> other.getIdentifier().stream()
                        .anyMatch(known -> identifier.getSystem().equals(known.getSystem())
                                && identifier.getValue().equals(known.getValue())));
    }

    /** The full URL of the entry that a reference in the Composition leads to. */
    Optional<String> address(Reference reference) {
        return address(reference, String.valueOf(bundle.getEntryFirstRep().getFullUrl()));
    }

    /**
     * The full URL of the entry that a reference leads to (R4, 2.36.4.1); empty where it leads out of the document. What
     * is relative is read against the base of the entry that holds it: two servers may both have a {@code Patient/1}.
     *
     * @param holder the full URL of that entry
     */
    Optional<String> address(Reference reference, String holder) {
        String key = References.key(reference);
        return (isRelative(key) ? base(holder).map(base -> base + key) : Optional.of(key)).filter(entries::containsKey);
    }

    static boolean isRelative(String key) {
        return RELATIVE.matcher(key).matches();
    }

    /** With a slash at its end; empty where the address is none on a server. */
    static Optional<String> base(String fullUrl) {
        Matcher address = ON_A_SERVER.matcher(fullUrl);
        return address.matches() ? Optional.of(address.group("base")) : Optional.empty();
    }

    Optional<Resource> target(Reference reference) {
        return address(reference).map(entries::get);
    }

    /** Where an entry stands on a server of this base, as {@code Type/id}; empty where it stands elsewhere. */
    Optional<String> here(Resource resource, String base) {
        String prefix = base + "/" + resource.fhirType() + "/";
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue() == resource && entry.getKey().startsWith(prefix))
                .map(entry -> entry.getKey().substring(base.length() + 1))
                .findFirst();
    }

    /** Where an entry stands, for those who have to mend it. */
    String path(Resource resource) {
        for (int i = 0; i < bundle.getEntry().size(); i++) {
            if (bundle.getEntry().get(i).getResource() == resource) {
                return "Bundle.entry[" + i + "].resource";
            }
        }
        return "Bundle";
    }

    private static String address(String fullUrl, Resource resource) {
        return Blank.is(fullUrl)
                ? resource.fhirType() + "/" + resource.getIdElement().getIdPart()
                : fullUrl;
    }
}
