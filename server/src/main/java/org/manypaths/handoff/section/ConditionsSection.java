package org.manypaths.handoff.section;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;

/** What else the person lives with, and what they must not be given. */
final class ConditionsSection implements Section {

    private static final String VERIFICATION = "http://terminology.hl7.org/CodeSystem/condition-ver-status";
    private static final String ALLERGY_VERIFICATION =
            "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification";
    private static final String CLINICAL = "http://terminology.hl7.org/CodeSystem/condition-clinical";
    private static final Set<String> WITHDRAWN = Set.of("entered-in-error", "refuted");

    @Override
    public SectionCode code() {
        return SectionCode.CONDITIONS;
    }

    @Override
    public SectionContent write(Chart chart) {
        SectionContent.Draft draft = SectionContent.draft();
        List<Condition> conditions = chart.all(Condition.class)
                .filter(condition -> !isOneOf(condition.getVerificationStatus(), VERIFICATION, WITHDRAWN))
                .toList();
        draft.grid(
                "Conditions",
                List.of("Condition", "Standing", "How severe", "Since"),
                conditions.stream().map(ConditionsSection::row).toList());
        conditions.forEach(condition -> new Voice(chart).quote(draft, condition.getNote()));
        if (conditions.isEmpty()) {
            draft.say("No condition is told here.");
        }
        List<AllergyIntolerance> allergies = chart.all(AllergyIntolerance.class)
                .filter(allergy -> !isOneOf(allergy.getVerificationStatus(), ALLERGY_VERIFICATION, WITHDRAWN))
                .toList();
        draft.grid(
                "Allergies and intolerances",
                List.of("To what", "What happens", "How dangerous"),
                allergies.stream().map(ConditionsSection::allergy).toList());
        if (allergies.isEmpty()) {
            draft.say("Allergies: none is told here. Nobody has said here that there are none: ask before giving "
                    + "anything.");
        }
        draft.entries(conditions).entries(allergies);
        return draft.done(EmptyReason.UNAVAILABLE);
    }

    private static List<String> row(Condition condition) {
        return List.of(
                Words.concept(condition.getCode()),
                condition.getClinicalStatus().getCoding().stream()
                        .filter(coding -> CLINICAL.equals(coding.getSystem()) && coding.hasCode())
                        .map(coding -> standing(coding.getCode()))
                        .findFirst()
                        .orElse(""),
                Words.concept(condition.getSeverity()),
                Words.value(condition.getOnset()));
    }

    private static String standing(String code) {
        return switch (code) {
            case "recurrence", "relapse" -> "has come back";
            case "inactive" -> "not active now";
            case "remission" -> "in remission";
            case "resolved" -> "over";
            default -> code;
        };
    }

    private static List<String> allergy(AllergyIntolerance allergy) {
        Stream<String> reactions = allergy.getReaction().stream()
                .flatMap(reaction -> reaction.getManifestation().stream())
                .map(Words::concept);
        return List.of(
                Words.concept(allergy.getCode()),
                Words.joined(", ", reactions),
                allergy.hasCriticality() ? allergy.getCriticality().getDisplay() : "");
    }

    private static boolean isOneOf(CodeableConcept concept, String system, Set<String> codes) {
        return codes.stream().anyMatch(code -> concept.hasCoding(system, code));
    }
}
