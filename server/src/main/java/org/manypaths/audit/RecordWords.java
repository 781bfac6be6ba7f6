package org.manypaths.audit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What kinds of records were given out, in words that the person uses. Pure. */
final class RecordWords {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("Patient", "name, address and other data about you"),
            Map.entry("CarePlan", "treatment plan"),
            Map.entry("Goal", "goal"),
            Map.entry("Condition", "diagnosis or problem"),
            Map.entry("Observation", "observation or answer"),
            Map.entry("MedicationRequest", "prescription"),
            Map.entry("MedicationDispense", "medicine handed out"),
            Map.entry("MedicationAdministration", "dose given"),
            Map.entry("MedicationStatement", "medicine taken"),
            Map.entry("AllergyIntolerance", "allergy"),
            Map.entry("Procedure", "treatment given"),
            Map.entry("Encounter", "visit or stay"),
            Map.entry("Appointment", "appointment"),
            Map.entry("CareTeam", "treatment team"),
            Map.entry("Consent", "consent"),
            Map.entry("DocumentReference", "document"),
            Map.entry("Composition", "document"),
            Map.entry("Bundle", "document"),
            Map.entry("QuestionnaireResponse", "questionnaire"),
            Map.entry("ServiceRequest", "referral or order"),
            Map.entry("Task", "handoff"),
            Map.entry("EpisodeOfCare", "course of treatment"),
            Map.entry("RiskAssessment", "risk assessment"),
            Map.entry("Communication", "message or education"),
            Map.entry("Flag", "warning"),
            Map.entry("RelatedPerson", "a person close to you"),
            Map.entry("Provenance", "who wrote or decided what"),
            Map.entry("Immunization", "vaccination"),
            Map.entry("DiagnosticReport", "report of findings"),
            Map.entry("Coverage", "insurance"));

    private RecordWords() {}

    /** For instance {@code 2 × goal, treatment plan}; a record counts once, in however many versions. */
    static String of(List<String> records) {
        Map<String, Long> counts = records.stream()
                .map(RecordName::withoutVersion)
                .distinct()
                .map(record -> record.replaceFirst("/.*", ""))
                .collect(Collectors.groupingBy(type -> type, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(type -> type.getValue() == 1
                        ? words(type.getKey())
                        : String.format(Locale.ROOT, "%d × %s", type.getValue(), words(type.getKey())))
                .collect(Collectors.joining(", "));
    }

    private static String words(String type) {
        return WORDS.getOrDefault(type, type);
    }
}
