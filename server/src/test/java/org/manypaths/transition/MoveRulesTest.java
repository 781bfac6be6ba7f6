package org.manypaths.transition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** All pairs of states and both sides, against tables that are written down here once more. */
class MoveRulesTest {

    /** From, to, whose move: R the requesting side, O the receiving side, B either. */
    private static final Map<String, String> STATUS = table("""
            draft requested R
            draft cancelled R
            draft entered-in-error R
            requested received O
            requested accepted O
            requested rejected O
            requested cancelled R
            requested entered-in-error R
            received accepted O
            received rejected O
            received on-hold O
            received cancelled R
            received entered-in-error R
            accepted in-progress O
            accepted on-hold O
            accepted completed O
            accepted cancelled B
            accepted entered-in-error R
            in-progress on-hold O
            in-progress completed O
            in-progress cancelled B
            in-progress entered-in-error R
            on-hold received O
            on-hold accepted O
            on-hold in-progress O
            on-hold cancelled B
            on-hold entered-in-error R
            rejected entered-in-error O
            cancelled entered-in-error R
            completed entered-in-error O
            """);

    private static final List<String> CODES = List.of(
            "none",
            "sent",
            "received",
            "contact-tried",
            "not-yet-reached",
            "visit-booked",
            "visit-missed",
            "visit-kept",
            "in-care",
            "declined-by-person",
            "overdue");

    /** Rows from, columns to, in the order of the codes. */
    private static final List<String> BUSINESS = List.of(
            "=BBBBO-O-O-",
            "B=BBBO-O-O-",
            "BB=BBO-O-O-",
            "---=BO-O-O-",
            "---B=O-O-O-",
            "---OO=OO-O-",
            "---BBO=O-O-",
            "-------=O--",
            "--------=--",
            "---BBO-O-=-",
            "BBBBBOOO-O=");

    private static final Set<String> OPEN_ANSWER =
            Set.of("none", "sent", "received", "contact-tried", "not-yet-reached", "overdue");
    private static final Map<String, Set<String>> TOGETHER = Map.of(
            "draft", Set.of("none", "sent", "received"),
            "requested", OPEN_ANSWER,
            "received", OPEN_ANSWER,
            "completed", Set.of("visit-kept", "in-care", "declined-by-person"),
            "ready", Set.of(),
            "failed", Set.of());
    private static final Set<String> ENDS = Set.of("rejected", "cancelled", "completed", "entered-in-error");

    @Test
    void everyPairOfStatesHasTheMoversOfTheTables() {
        int pairs = 0;
        for (HandoffState from : states().toList()) {
            for (HandoffState to : states().toList()) {
                assertThat(MoveRules.movers(from, to))
                        .as("%s to %s", from.words(), to.words())
                        .isEqualTo(expected(from, to));
                pairs++;
            }
        }
        assertThat(pairs).isEqualTo(12 * 11 * 12 * 11);
    }

    @Test
    void nothingEverFails() {
        assertThat(states().flatMap(from ->
                        MoveRules.movers(from, new HandoffState(TaskStatus.FAILED, from.business())).stream()))
                .isEmpty();
    }

    @Test
    void nobodySaysOverdueButTheClock() {
        assertThat(states().filter(from -> from.business() != BusinessStatus.OVERDUE)
                        .flatMap(from ->
                                MoveRules.movers(from, new HandoffState(from.status(), BusinessStatus.OVERDUE))
                                        .stream()))
                .isEmpty();
    }

    @Test
    void tellsWhatMayBeDoneInstead() {
        assertThat(MoveRules.possible(
                        new HandoffState(TaskStatus.REQUESTED, BusinessStatus.SENT), EnumSet.allOf(Side.class)))
                .isEqualTo("From requested (sent) the requesting side may make it cancelled or entered-in-error; the"
                        + " receiving side may make it received, accepted or rejected. Its business status may become"
                        + " received, contact-tried, not-yet-reached, visit-booked (with the status accepted),"
                        + " visit-kept (with the status accepted) or declined-by-person (with the status accepted).");
        assertThat(MoveRules.possible(
                        new HandoffState(TaskStatus.COMPLETED, BusinessStatus.IN_CARE), EnumSet.of(Side.REQUESTER)))
                .isEqualTo("From completed (in-care) the requesting side may make it nothing else.");
    }

    private static Set<Side> expected(HandoffState from, HandoffState to) {
        String status = from.status() == to.status()
                ? "="
                : STATUS.getOrDefault(from.status().toCode() + " " + to.status().toCode(), "-");
        String business =
                String.valueOf(BUSINESS.get(CODES.indexOf(from.business().code()))
                        .charAt(CODES.indexOf(to.business().code())));
        boolean ended = ENDS.contains(from.status().toCode()) && !business.equals("=");
        Set<String> fitting = TOGETHER.getOrDefault(to.status().toCode(), Set.copyOf(CODES));
        if (ended || !fitting.contains(to.business().code())) {
            return Set.of();
        }
        Set<Side> movers = sides(status);
        movers.retainAll(sides(business));
        return movers;
    }

    private static Set<Side> sides(String letter) {
        return switch (letter) {
            case "=", "B" -> EnumSet.allOf(Side.class);
            case "R" -> EnumSet.of(Side.REQUESTER);
            case "O" -> EnumSet.of(Side.OWNER);
            default -> EnumSet.noneOf(Side.class);
        };
    }

    private static Stream<HandoffState> states() {
        return Arrays.stream(TaskStatus.values())
                .filter(status -> status != TaskStatus.NULL)
                .flatMap(status ->
                        Arrays.stream(BusinessStatus.values()).map(business -> new HandoffState(status, business)));
    }

    private static Map<String, String> table(String lines) {
        Map<String, String> table = new HashMap<>();
        lines.lines().forEach(line -> {
            String[] cells = line.split(" ", -1);
            table.put(cells[0] + " " + cells[1], cells[2]);
        });
        return table;
    }
}
