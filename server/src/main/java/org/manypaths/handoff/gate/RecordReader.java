package org.manypaths.handoff.gate;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.conformance.Canonical;
import org.manypaths.consent.InformationKind;
import org.manypaths.consent.RecordFacts;
import org.manypaths.handoff.AsOfRules;

/**
 * Reads what the decision has to know of a record.
 *
 * <p>Every record counts as one of a Part 2 programme until a label says where it came from: then only what the person
 * signed lets it out. A record that says neither by a label nor by a substance what it tells may tell anything, but for
 * those that only hold others together.
 */
final class RecordReader {

    private static final String BASE = Canonical.BASE + "/StructureDefinition/";
    private static final String SUBSTANCE = Canonical.BASE + "/CodeSystem/ihrp-substance";
    private static final String OBSERVATION = Canonical.BASE + "/CodeSystem/ihrp-observation";
    private static final String PART = Canonical.BASE + "/CodeSystem/ihrp-assessment-part";
    private static final Set<String> PRIVATE = Set.of("meaning-of-use", "ambivalence", "alliance-rating", "insight");
    private static final Map<String, InformationKind> OF_SUBSTANCE = Map.of(
            "alcohol", InformationKind.ALCOHOL_USE,
            "opioids", InformationKind.OPIOID_USE);

    /** They tell that a person is in care for substance use, and by themselves no more. */
    private static final Set<String> FRAME =
            Set.of("CarePlan", "CareTeam", "Encounter", "EpisodeOfCare", "Appointment", "RelatedPerson", "Task");

    private final Question question;
    private final Map<String, String> providers = new HashMap<>();

    RecordReader(Question question, List<Resource> records) {
        this.question = question;
        for (Resource record : records) {
            if (record instanceof Encounter encounter && encounter.hasServiceProvider()) {
                providers.put(Passage.key(encounter), ConsentReader.id(encounter.getServiceProvider()));
            }
        }
    }

    RecordFacts read(Resource record) {
        return new RecordFacts(
                question.person(),
                holder(record),
                true,
                kinds(record),
                AsOfRules.knownSince(record, ZoneOffset.UTC).map(OffsetDateTime::toInstant),
                Optional.empty(),
                isPrivate(record),
                Optional.empty());
    }

    /** Where the record says at whose place it was made, that one holds it; otherwise the sender does. */
    private String holder(Resource record) {
        if (record instanceof EpisodeOfCare episode && episode.hasManagingOrganization()) {
            return ConsentReader.id(episode.getManagingOrganization());
        }
        String encounter = record instanceof Encounter
                ? Passage.key(record)
                : Stream.of("encounter", "context")
                        .flatMap(name -> values(record, name))
                        .filter(Reference.class::isInstance)
                        .map(reference -> String.valueOf(((Reference) reference).getReference()))
                        .findFirst()
                        .orElse("");
        return providers.getOrDefault(encounter, question.sender());
    }

    private static Stream<Base> values(Resource record, String property) {
        return Optional.ofNullable(record.getNamedProperty(property)).stream()
                .flatMap(found -> found.getValues().stream());
    }

    private static Set<InformationKind> kinds(Resource record) {
        if (record instanceof DocumentReference) {
            return Set.of(InformationKind.COUNSELLING_NOTE);
        }
        Set<InformationKind> told = Labels.told(record.getMeta().getSecurity());
        return told.isEmpty() ? bySubstance(record) : told;
    }

    private static Set<InformationKind> bySubstance(Resource record) {
        List<Coding> codings = substances(record)
                .flatMap(concept -> concept.getCoding().stream())
                .filter(coding -> SUBSTANCE.equals(coding.getSystem()) && coding.hasCode())
                .toList();
        if (codings.isEmpty()) {
            return FRAME.contains(record.fhirType()) ? Set.of(InformationKind.SUBSTANCE_USE) : Labels.ANYTHING;
        }
        Optional<InformationKind> known = codings.stream()
                .map(coding -> OF_SUBSTANCE.get(coding.getCode()))
                .filter(kind -> kind != null)
                .findFirst();
        return known.<Set<InformationKind>>map(Set::of).orElse(Labels.USE);
    }

    private static Stream<CodeableConcept> substances(Resource record) {
        Stream<CodeableConcept> components = record instanceof Observation observation
                ? observation.getComponent().stream()
                        .filter(part -> part.getCode().hasCoding(PART, "substance") && part.hasValueCodeableConcept())
                        .map(part -> part.getValueCodeableConcept())
                : Stream.empty();
        Stream<CodeableConcept> extensions = extensions(record, "ihrp-substance")
                .map(Extension::getValue)
                .filter(CodeableConcept.class::isInstance)
                .map(CodeableConcept.class::cast);
        return Stream.concat(components, extensions);
    }

    private static boolean isPrivate(Resource record) {
        boolean shareable = extensions(record, "ihrp-shareable")
                .map(Extension::getValue)
                .anyMatch(value -> value != null && "true".equals(value.primitiveValue()));
        boolean personal = record instanceof Observation observation
                && observation.getCode().getCoding().stream()
                        .anyMatch(
                                coding -> OBSERVATION.equals(coding.getSystem()) && PRIVATE.contains(coding.getCode()));
        return (personal || extensions(record, "ihrp-driver").findAny().isPresent()) && !shareable;
    }

    private static Stream<Extension> extensions(Resource record, String name) {
        return record instanceof DomainResource resource
                ? resource.getExtensionsByUrl(BASE + name).stream()
                : Stream.empty();
    }
}
