package org.manypaths.handoff;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.conformance.Canonical;

/**
 * A fact that can cost a life when the next prescriber does not know it.
 *
 * <p>Recognised by our own codes where there are any, otherwise by {@link SafetyWords}: coarse, and meant to make somebody
 * ask the person once too often rather than once too little.
 */
enum SafetyFact {
    OPIOID_AGONIST("an opioid agonist"),
    SEDATIVE("a sedative"),
    QT_RISK("a medicine or finding that concerns the QT interval"),
    UNNAMED_MEDICINE("a medicine whose name is not told"),
    SEIZURE_OR_DELIRIUM("a seizure or delirium"),
    RECENT_OVERDOSE("an overdose within a year"),
    PREGNANCY("a pregnancy"),
    SUICIDE_RISK("a rating of suicide risk"),
    ALLERGY("an allergy or intolerance");

    private static final List<Telling> KNOWN =
            List.of(SafetyWords.OPIOID, SafetyWords.SEDATIVE, SafetyWords.QT_MEDICINE, SafetyWords.NALOXONE);

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

    /**
     * Whether a record tells it, at that moment. One that was entered in error or found to be untrue tells nothing.
     *
     * @param find a record by its reference, as far as it is at hand
     */
    boolean isIn(Resource record, OffsetDateTime asOf, Function<Reference, Optional<Resource>> find) {
        if (Holds.isVoid(record)) {
            return false;
        }
        return switch (this) {
            case OPIOID_AGONIST ->
                isMedicine(record, SafetyWords.OPIOID, find) || isMedicine(record, SafetyWords.OPIOID_CLASS, find);
            case SEDATIVE -> isMedicine(record, SafetyWords.SEDATIVE, find);
            case QT_RISK -> isMedicine(record, SafetyWords.QT_MEDICINE, find) || tells(record, SafetyWords.QT_FINDING);
            case UNNAMED_MEDICINE -> isUnnamed(record, find);
            case SEIZURE_OR_DELIRIUM -> tells(record, SafetyWords.SEIZURE_OR_DELIRIUM);
            case RECENT_OVERDOSE -> isRecentOverdose(record, asOf);
            case PREGNANCY -> tells(record, SafetyWords.PREGNANCY);
            case SUICIDE_RISK -> tells(record, SafetyWords.SUICIDE);
            case ALLERGY -> record instanceof AllergyIntolerance;
        };
    }

    /** A condition that began longer ago may have been recorded lately: whichever is later counts. */
    private static boolean isRecentOverdose(Resource record, OffsetDateTime asOf) {
        boolean event = record instanceof Observation observation
                && observation.getCode().hasCoding(Canonical.BASE + "/CodeSystem/ihrp-observation", "overdose-event");
        return (event || (record instanceof Condition && tells(record, SafetyWords.OVERDOSE)))
                && AsOfRules.knownSince(record, asOf.getOffset())
                        .map(since -> since.isAfter(asOf.minusYears(1)))
                        .orElse(true);
    }

    private static boolean isMedicine(Resource record, Telling telling, Function<Reference, Optional<Resource>> find) {
        return record instanceof DomainResource about
                && MedicineOf.concepts(about, find).anyMatch(telling::isIn);
    }

    /** A code alone is a name only where we know it: any other could be that of an opioid. */
    private static boolean isUnnamed(Resource record, Function<Reference, Optional<Resource>> find) {
        return record instanceof DomainResource about
                && MedicineOf.isNamedBy(record)
                && MedicineOf.concepts(about, find)
                        .allMatch(concept -> Telling.texts(concept).findAny().isEmpty()
                                && concept.getCoding().stream()
                                        .noneMatch(coding -> KNOWN.stream().anyMatch(known -> known.isCode(coding))));
    }

    /** By what a condition, an observation or a questionnaire is called, and by what was found. */
    private static boolean tells(Resource record, Telling telling) {
        if (record instanceof Condition condition) {
            return telling.isIn(condition.getCode());
        }
        if (record instanceof QuestionnaireResponse answers) {
            return answers.getItem().stream().anyMatch(item -> tells(item, telling));
        }
        return record instanceof Observation observation
                && (telling.isIn(observation.getCode())
                        || (observation.getValue() instanceof CodeableConcept found && telling.isIn(found))
                        || observation.getComponent().stream().anyMatch(part -> telling.isIn(part.getCode())));
    }

    private static boolean tells(QuestionnaireResponse.QuestionnaireResponseItemComponent item, Telling telling) {
        return (item.hasText() && telling.isIn(item.getText()))
                || telling.isCode(new Coding()
                        .setSystem("http://loinc.org")
                        .setCode(String.valueOf(item.getLinkId()).replace("/", "")))
                || item.getItem().stream().anyMatch(inner -> tells(inner, telling));
    }
}
