package org.manypaths.handoff.transition;

import java.util.Optional;

/**
 * What one side wants to do.
 *
 * @param reason why, in words; needed to reject and to cancel
 * @param outcome what came of it; needed to complete
 */
public record Move(Standing to, Side by, Optional<String> reason, Optional<String> outcome) {

    public static Move of(Standing to, Side by) {
        return new Move(to, by, Optional.empty(), Optional.empty());
    }

    public Move because(String words) {
        return new Move(to, by, Optional.of(words), outcome);
    }

    public Move with(String result) {
        return new Move(to, by, reason, Optional.of(result));
    }
}
