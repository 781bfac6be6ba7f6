package org.manypaths.consent;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a provision speaks of.
 *
 * @param kinds the kinds of information; empty says nothing specific and so covers nothing (42 CFR 2.31(a)(3))
 * @param purposes each purpose named (42 CFR 2.31(a)(5))
 * @param from records of this moment or later; empty: no limit
 * @param until records before this moment; empty: no limit
 */
public record ConsentScope(
        Set<InformationKind> kinds,
        Set<Purpose> purposes,
        Recipients recipients,
        Optional<Instant> from,
        Optional<Instant> until) {

    public ConsentScope {
        kinds = Set.copyOf(kinds);
        purposes = Set.copyOf(purposes);
    }
}
