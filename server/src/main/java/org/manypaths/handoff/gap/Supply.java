package org.manypaths.handoff.gap;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * How long a person has a medicine that must not stop.
 *
 * @param medicine its name, as the sender reads it
 * @param until when the first dose is due that they do not have; empty: nobody knows
 */
public record Supply(String medicine, Optional<OffsetDateTime> until) {}
