package org.manypaths.handoff;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationDispense;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.manypaths.conformance.Canonical;

/**
 * A fact that can cost a life when the next prescriber does not know it.
 *
 * <p>Recognised by our own codes where there are any, otherwise by the names of ingredients and conditions in English:
 * coarse, and meant to make somebody ask the person once too often rather than once too little.
 */
enum SafetyFact {
    OPIOID_AGONIST("an opioid agonist"),
    SEDATIVE("a sedative"),
    QT_RISK("a medicine or finding that concerns the QT interval"),
    SEIZURE_OR_DELIRIUM("a seizure or delirium"),
    RECENT_OVERDOSE("an overdose within a year"),
    PREGNANCY("a pregnancy"),
    SUICIDE_RISK("a rating of suicide risk"),
    ALLERGY("an allergy or intolerance");

    private final String words;

    SafetyFact(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a record tells it, at that moment. */
    boolean isIn(Resource record, OffsetDateTime asOf) {
        return switch (this) {
            case OPIOID_AGONIST -> isMedicine(record, "buprenorphine", "methadone", "morphine");
            case SEDATIVE ->
                isMedicine(
                        record,
                        "azepam",
                        "azolam",
                        "chlordiazepoxide",
                        "phenobarbital",
                        "zolpidem",
                        "zopiclone",
                        "gabapentin",
                        "pregabalin",
                        "clomethiazole");
            case QT_RISK ->
                isMedicine(record, "methadone", "haloperidol", "ondansetron", "citalopram", "quetiapine")
                        || tells(record, "qt interval", "long qt", "qtc");
            case SEIZURE_OR_DELIRIUM -> tells(record, "seizure", "convulsion", "delirium");
            case RECENT_OVERDOSE -> isRecentOverdose(record, asOf);
            case PREGNANCY -> tells(record, "pregnan");
            case SUICIDE_RISK ->
                record instanceof Observation observation
                        && observation.getCode().hasCoding("http://loinc.org", "93374-7");
            case ALLERGY -> record instanceof AllergyIntolerance;
        };
    }

    private static boolean isRecentOverdose(Resource record, OffsetDateTime asOf) {
        return record instanceof Observation observation
                && observation.getCode().hasCoding(Canonical.BASE + "/CodeSystem/ihrp-observation", "overdose-event")
                && AsOfRules.knownSince(record, asOf.getOffset())
                        .map(since -> since.isAfter(asOf.minusYears(1)))
                        .orElse(true);
    }

    private static boolean isMedicine(Resource record, String... ingredients) {
        Type medication = record instanceof MedicationRequest request
                ? request.getMedication()
                : record instanceof MedicationStatement statement
                        ? statement.getMedication()
                        : record instanceof MedicationDispense dispense
                                ? dispense.getMedication()
                                : record instanceof MedicationAdministration dose ? dose.getMedication() : null;
        return medication instanceof CodeableConcept concept && names(concept, ingredients);
    }

    private static boolean tells(Resource record, String... words) {
        if (record instanceof Condition condition) {
            return names(condition.getCode(), words);
        }
        return record instanceof Observation observation && names(observation.getCode(), words);
    }

    private static boolean names(CodeableConcept concept, String... words) {
        return Stream.concat(
                        Stream.of(String.valueOf(concept.getText())),
                        concept.getCoding().stream().map(Coding::getDisplay).map(String::valueOf))
                .map(text -> text.toLowerCase(Locale.ENGLISH))
                .anyMatch(text -> Arrays.stream(words).anyMatch(text::contains));
    }
}
