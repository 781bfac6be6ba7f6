package org.manypaths.handoff;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
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
    OPIOID_AGONIST("an opioid agonist", (record, asOf) -> isMedicine(record, "buprenorphine", "methadone", "morphine")),
    SEDATIVE(
            "a sedative",
            (record, asOf) -> isMedicine(
                    record,
                    "azepam",
                    "azolam",
                    "chlordiazepoxide",
                    "phenobarbital",
                    "zolpidem",
                    "zopiclone",
                    "gabapentin",
                    "pregabalin",
                    "clomethiazole")),
    QT_RISK(
            "a medicine or finding that concerns the QT interval",
            (record, asOf) -> isMedicine(record, "methadone", "haloperidol", "ondansetron", "citalopram", "quetiapine")
                    || tells(record, "qt interval", "long qt", "qtc")),
    SEIZURE_OR_DELIRIUM("a seizure or delirium", (record, asOf) -> tells(record, "seizure", "convulsion", "delirium")),
    RECENT_OVERDOSE("an overdose within a year", SafetyFact::isRecentOverdose),
    PREGNANCY("a pregnancy", (record, asOf) -> tells(record, "pregnan")),
    SUICIDE_RISK(
            "a rating of suicide risk",
            (record, asOf) -> record instanceof Observation observation
                    && observation.getCode().hasCoding("http://loinc.org", "93374-7")),
    ALLERGY("an allergy or intolerance", (record, asOf) -> record instanceof AllergyIntolerance);

    private final String words;
    private final BiPredicate<Resource, OffsetDateTime> isOf;

    SafetyFact(String words, BiPredicate<Resource, OffsetDateTime> isOf) {
        this.words = words;
        this.isOf = isOf;
    }

    String words() {
        return words;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** All that a record tells. */
    static List<SafetyFact> in(Resource record, OffsetDateTime asOf) {
        return Arrays.stream(values())
                .filter(fact -> fact.isOf.test(record, asOf))
                .toList();
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
