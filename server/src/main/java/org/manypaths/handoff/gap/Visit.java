package org.manypaths.handoff.gap;

import java.time.OffsetDateTime;

/**
 * An appointment that has not come to nothing.
 *
 * @param kept whether the person came; otherwise it is booked and not yet missed
 * @param receiving whether the receiving side takes part in it, by what the record says
 */
public record Visit(OffsetDateTime at, boolean kept, boolean receiving) {}
