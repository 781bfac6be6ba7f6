package org.manypaths.reception;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
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
    private static final Set<String> DOCUMENTS = Set.of(PROFILES + "handoff-bundle", PROFILES + "handoff-composition");

    static Arrived of(Bundle bundle, String json) {
        Map<String, Resource> entries = new LinkedHashMap<>();
        bundle.getEntry().stream()
                .filter(entry -> entry.getResource() != null)
                .forEach(entry -> entries.put(address(entry.getFullUrl(), entry.getResource()), entry.getResource()));
        return new Arrived(bundle, json, DocumentDigest.of(json), DocumentDigest.stated(json), entries);
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

    /** The full URL of the entry that a reference leads to (R4, 2.36.4.1); empty where it leads out of the document. */
    Optional<String> address(Reference reference) {
        String key = References.key(reference);
        if (entries.containsKey(key)) {
            return Optional.of(key);
        }
        return key.isEmpty()
                ? Optional.empty()
                : entries.keySet().stream()
                        .filter(url -> url.endsWith("/" + key))
                        .findFirst();
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
