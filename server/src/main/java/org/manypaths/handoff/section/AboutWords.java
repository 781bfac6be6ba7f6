package org.manypaths.handoff.section;

import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Property;

/** What a record is, in one line, for a sentence that speaks of it: its kind, its name, its day. */
final class AboutWords {

    /** By these elements people tell one record from another of its kind; the first that is there counts. */
    private static final String[] NAMES = {"title", "code", "medication", "description", "vaccineCode", "type", "name"};

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("Patient", "What is recorded of the person"),
            Map.entry("Condition", "Diagnosis"),
            Map.entry("AllergyIntolerance", "Allergy or intolerance"),
            Map.entry("MedicationRequest", "Medicine in the plan"),
            Map.entry("MedicationStatement", "Medicine as the person takes it"),
            Map.entry("MedicationAdministration", "Dose given"),
            Map.entry("MedicationDispense", "Medicine handed over"),
            Map.entry("Goal", "Goal"),
            Map.entry("CarePlan", "Plan"),
            Map.entry("CareTeam", "Team"),
            Map.entry("Procedure", "What was done"),
            Map.entry("ServiceRequest", "Service in the plan"),
            Map.entry("RiskAssessment", "Judgement of a risk"),
            Map.entry("Encounter", "Visit or stay"),
            Map.entry("EpisodeOfCare", "Treatment episode"),
            Map.entry("Appointment", "Appointment"),
            Map.entry("Task", "Task"),
            Map.entry("Consent", "Consent"),
            Map.entry("DocumentReference", "Document"),
            Map.entry("Composition", "Document"),
            Map.entry("QuestionnaireResponse", "Answers to questions"));

    private AboutWords() {}

    static String of(DomainResource record, Chart chart) {
        String what = record instanceof Observation observation ? observed(observation) : named(record, chart);
        OffsetDateTime since = chart.since(record);
        String day = since.equals(OffsetDateTime.MIN) ? "" : "recorded " + Words.day(since);
        return Words.joined(", ", Stream.of(what, day));
    }

    private static String observed(Observation observation) {
        String answer = Words.value(observation.getValue());
        String about = Substances.name(observation);
        return Words.joined(
                ": ", Stream.of(Words.joined(", ", Stream.of(Words.concept(observation.getCode()), about)), answer));
    }

    private static String named(DomainResource record, Chart chart) {
        String kind = KINDS.getOrDefault(record.fhirType(), plain(record.fhirType()));
        if (record instanceof Patient) {
            return kind;
        }
        String name = record instanceof MedicationRequest order ? chart.medicine(order) : name(record);
        boolean words = record instanceof Goal && !name.isEmpty();
        return Words.joined(" ", Stream.of(kind, words ? "“" + name + "”" : name));
    }

    private static String name(DomainResource record) {
        return Stream.of(NAMES)
                .flatMap(element -> Stream.of(element, element + "[x]"))
                .flatMap(element -> Optional.ofNullable(record.getNamedProperty(element)).stream())
                .map(Property::getValues)
                .flatMap(values -> values.stream().limit(1))
                .map(AboutWords::said)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String said(Base value) {
        if (value instanceof CodeableConcept concept) {
            return Words.concept(concept);
        }
        return value.isPrimitive() ? String.valueOf(value.primitiveValue()) : "";
    }

    /** {@code DiagnosticReport} as "Diagnostic report". */
    private static String plain(String type) {
        String words = type.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
