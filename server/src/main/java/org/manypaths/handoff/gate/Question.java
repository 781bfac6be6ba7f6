package org.manypaths.handoff.gate;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.manypaths.consent.Purpose;

/**
 * A handoff as the gate sees it; all names are logical ids.
 *
 * @param consent the one on which the sender means to rest; empty: any that is in force
 * @param ours the organisations for which the caller works; what any other holds goes by that one's consents
 * @param at the moment of the disclosure, which is now, even where a plan is told as it was then
 */
public record Question(
        String person,
        String sender,
        String recipient,
        Purpose purpose,
        Optional<String> consent,
        Set<String> ours,
        OffsetDateTime at) {}
