package org.manypaths.handoff.section;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;

/** What else the person lives with, and what they must not be given. */
final class ConditionsSection implements Section {

    private static final String SYSTEMS = "http://terminology.hl7.org/CodeSystem/";
    private static final Set<String> STANDINGS = Set.of(
            SYSTEMS + "condition-clinical",
            SYSTEMS + "condition-ver-status",
            SYSTEMS + "allergyintolerance-clinical",
            SYSTEMS + "allergyintolerance-verification");

    @Override
    public SectionCode code() {
        return SectionCode.CONDITIONS;
    }

    @Override
    public SectionContent write(Chart chart) {
        SectionContent.Draft draft = SectionContent.draft();
        List<Condition> conditions = chart.holding(Condition.class).toList();
        draft.grid(
                "Conditions",
                List.of("Condition", "Standing", "How severe", "Since"),
                conditions.stream().map(ConditionsSection::row).toList());
        conditions.forEach(condition -> new Voice(chart).quote(draft, condition.getNote()));
        if (conditions.isEmpty()) {
            draft.say("No condition is told here.");
        }
        List<AllergyIntolerance> allergies =
                chart.holding(AllergyIntolerance.class).toList();
        draft.grid(
                "Allergies and intolerances",
                List.of("To what", "Standing", "What happens", "How dangerous"),
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
                standing(condition.getClinicalStatus(), condition.getVerificationStatus()),
                Words.concept(condition.getSeverity()),
                Words.value(condition.getOnset()));
    }

    /** What became of it, and how sure it is where it is not confirmed. */
    private static String standing(CodeableConcept clinical, CodeableConcept verification) {
        return Words.joined(
                "; ",
                Stream.of(clinical, verification)
                        .flatMap(said -> said.getCoding().stream())
                        .filter(coding -> STANDINGS.contains(String.valueOf(coding.getSystem())) && coding.hasCode())
                        .map(coding -> standing(coding.getCode())));
    }

    /** The words of condition-ver-status for what is not confirmed: "tentative", "one of a set of potential" ones. */
    private static String standing(String code) {
        return switch (code) {
            case "confirmed" -> "";
            case "unconfirmed" -> "not confirmed";
            case "provisional" -> "tentative, not confirmed";
            case "differential" -> "one of several that are possible, not confirmed";
            case "recurrence", "relapse" -> "has come back";
            case "inactive" -> "not active now";
            case "remission" -> "in remission";
            case "resolved" -> "over";
            default -> code;
        };
    }

    private static List<String> allergy(AllergyIntolerance allergy) {
        Stream<String> reactions = allergy.getReaction().stream()
                .map(reaction ->
                        Words.joined(", ", reaction.getManifestation().stream().map(Words::concept))
                                + (reaction.hasSeverity()
                                        ? " (" + reaction.getSeverity().toCode() + ")"
                                        : ""));
        return List.of(
                Words.concept(allergy.getCode()),
                standing(allergy.getClinicalStatus(), allergy.getVerificationStatus()),
                Words.joined(", ", reactions),
                allergy.hasCriticality() ? allergy.getCriticality().getDisplay() : "");
    }
}
