package org.manypaths.assessment;

import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Decides which of one person's recorded stages of change hold now. */
public final class StandingRules {

    /**
     * The later finding wins, not the later message: a paper record typed in today does not undo what was found since.
     * Where two were found at the same time, the one published later and then the one stored later wins.
     */
    private static final Comparator<StageOfChange> RECENCY = Comparator.comparing(StageOfChange::effective)
            .thenComparing(StageOfChange::issued)
            .thenComparing(StageOfChange::arrival)
            .thenComparing(StageOfChange::observation);

    private StandingRules() {}

    /** The stages that hold, exactly one for each series; all others of {@code stages} are history. */
    public static Set<StageOfChange> current(Collection<StageOfChange> stages) {
        return Set.copyOf(stages.stream()
                .collect(Collectors.toMap(StageOfChange::series, Function.identity(), BinaryOperator.maxBy(RECENCY)))
                .values());
    }
}
