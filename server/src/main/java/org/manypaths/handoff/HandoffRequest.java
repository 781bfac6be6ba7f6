package org.manypaths.handoff;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.manypaths.consent.Purpose;

/**
 * A handoff that somebody asks for; only valid ones exist.
 *
 * @param recipient logical id of the organization that takes over
 * @param consent logical id of the consent on which the sender means to rest; empty: any in force
 * @param asOf the moment at which the plan is told, never after now
 * @param now the moment of the request; the disclosure is judged by it
 * @param persist whether document, transition request and task are filed with it
 * @param onward what the sender knows and has settled
 */
record HandoffRequest(
        String recipient,
        Purpose purpose,
        Optional<String> consent,
        OffsetDateTime asOf,
        OffsetDateTime now,
        boolean persist,
        Onward onward) {

    /**
     * What has to be settled before a handoff goes that would leave a person without something.
     *
     * @param decision what the person said when asked again about the safety facts that their consent keeps back
     * @param gapAcknowledgedBy who knows of the gap and sends all the same; a reference as {@code Type/id}
     * @param outreachOwner who looks for the person after the gap begins; a reference as {@code Type/id}
     */
    record Onward(Optional<Decision> decision, Optional<String> gapAcknowledgedBy, Optional<String> outreachOwner) {}

    /**
     * The person's answer.
     *
     * @param askedBy who asked; a reference as {@code Type/id}
     * @param words in the person's words, where they were written down
     */
    record Decision(String askedBy, Optional<String> words) {}
}
