package org.manypaths.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manypaths.consent.Decision;
import org.manypaths.consent.InformationKind;
import org.manypaths.consent.Purpose;
import org.manypaths.security.Session;

/** Asks the one decision point what it would decide, without giving anything out. */
public class Explainer {

    /** What a plan is made of; whoever may see none of it may see nothing that matters. */
    private static final List<String> RECORDS = List.of(
            "AllergyIntolerance",
            "CarePlan",
            "CareTeam",
            "Condition",
            "Encounter",
            "EpisodeOfCare",
            "Goal",
            "MedicationRequest",
            "MedicationStatement",
            "Observation",
            "Procedure",
            "ServiceRequest");

    private final AccessDecider decider;
    private final RecordGuard guard;
    private final Set<String> allTypes;

    Explainer(AccessDecider decider, RecordGuard guard, Set<String> allTypes) {
        this.decider = decider;
        this.guard = guard;
        this.allTypes = Set.copyOf(allTypes);
    }

    /**
     * A decision on one record, and what was known of it.
     *
     * @param holder the organisation that it came in through
     */
    public record Explained(Decision decision, Optional<String> person, Optional<String> holder, boolean part2) {}

    /** Empty where there is no such record at all. */
    public Optional<Explained> explain(Session session, Optional<Purpose> purpose, String type, String id) {
        return guard.find(decider.open(session, purpose), type, id)
                .map(finding -> new Explained(
                        finding.decision(),
                        finding.marks().person(),
                        finding.marks().stamp().map(Stamp::holder),
                        finding.marks().stamp().filter(Stamp::part2).isPresent()));
    }

    /** What it is for where a client does not say. */
    public static Optional<Purpose> usualPurpose(Session session) {
        return PurposeRules.usual(session.caller());
    }

    /** The Part 2 programmes that hold anything about a person. */
    public Set<String> programmesHolding(String person) {
        return decider.index()
                .stamps(allTypes, person)
                .filter(Stamp::part2)
                .map(Stamp::holder)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The decisions on what is held about a person.
     *
     * @param kinds only what tells of any of these; none: whatever it tells
     */
    public Stream<Decision> foresee(Session session, Purpose purpose, String person, Set<InformationKind> kinds) {
        Sight sight = decider.open(session, Optional.of(purpose));
        return RECORDS.stream()
                .flatMap(type -> decider.index().stamps(type, List.of(person)).getOrDefault(person, Set.of()).stream()
                        .map(Stamp::of)
                        .filter(stamp ->
                                kinds.isEmpty() || stamp.kinds().stream().anyMatch(kinds::contains))
                        .map(stamp -> sight.decide(type, Marks.about(person, stamp))));
    }
}
