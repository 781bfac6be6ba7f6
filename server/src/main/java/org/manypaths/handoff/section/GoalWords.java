package org.manypaths.handoff.section;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** Where a goal stands, and who agrees with it, in plain words. */
final class GoalWords {

    private static final String ACHIEVEMENT = "http://terminology.hl7.org/CodeSystem/goal-achievement";
    private static final String ACCEPTANCE = "http://hl7.org/fhir/StructureDefinition/goal-acceptance";

    private static final Map<GoalLifecycleStatus, String> LIFE = Map.of(
            GoalLifecycleStatus.PROPOSED, "proposed",
            GoalLifecycleStatus.PLANNED, "planned",
            GoalLifecycleStatus.ACCEPTED, "agreed, not begun",
            GoalLifecycleStatus.ACTIVE, "under way",
            GoalLifecycleStatus.ONHOLD, "on hold",
            GoalLifecycleStatus.COMPLETED, "ended");

    private static final Map<String, String> PROGRESS = Map.of(
            "in-progress", "under way",
            "improving", "coming closer",
            "worsening", "moving away",
            "no-change", "unchanged",
            "no-progress", "no progress yet",
            "achieved", "reached",
            "sustaining", "reached and kept up",
            "not-achieved", "not reached",
            "not-attainable", "out of reach");

    /** What says how a goal ended, and not only how it went. */
    private static final Set<String> ENDS = Set.of("achieved", "sustaining", "not-achieved", "not-attainable");

    private GoalWords() {}

    /** One answer, though FHIR asks twice: how far it has come where that is told and still holds, else what became of it. */
    static String standing(Goal goal) {
        GoalLifecycleStatus life = goal.getLifecycleStatus();
        boolean ended = life == GoalLifecycleStatus.COMPLETED;
        Optional<String> progress = life == GoalLifecycleStatus.ACTIVE || ended
                ? progress(goal.getAchievementStatus(), ended)
                : Optional.empty();
        return progress.or(() -> Optional.ofNullable(life).map(LIFE::get)).orElse("");
    }

    private static Optional<String> progress(CodeableConcept achievement, boolean ended) {
        Optional<String> code = achievement.getCoding().stream()
                .filter(coding -> ACHIEVEMENT.equals(coding.getSystem()) && coding.hasCode())
                .map(Coding::getCode)
                .findFirst();
        if (ended && code.filter(ENDS::contains).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(achievement.hasText() ? achievement.getText() : "")
                .filter(words -> !words.isEmpty())
                .or(() -> code.map(PROGRESS::get))
                .or(() -> Optional.of(Words.concept(achievement)))
                .filter(words -> !words.isEmpty());
    }

    /** Who agrees, one by one. */
    static List<String> agreements(Goal goal, Chart chart) {
        return goal.getExtensionsByUrl(ACCEPTANCE).stream()
                .flatMap(acceptance -> acceptance.getExtensionsByUrl("status").stream()
                        .map(Extension::getValue)
                        .map(status -> who(acceptance, chart) + " " + verb(Words.value(status))))
                .toList();
    }

    private static String who(Extension acceptance, Chart chart) {
        Resource person = chart.letter().person();
        return Optional.ofNullable(acceptance.getExtensionByUrl("individual"))
                .map(Extension::getValue)
                .filter(Reference.class::isInstance)
                .map(individual -> (Reference) individual)
                .map(individual -> chart.find(individual).filter(person::equals).isPresent()
                        ? "the person"
                        : new Names(chart).of(individual))
                .filter(name -> !name.isEmpty())
                .orElse("somebody who is not named");
    }

    private static String verb(String status) {
        return switch (status) {
            case "agree" -> "agrees";
            case "disagree" -> "does not agree";
            default -> "has not decided yet";
        };
    }
}
