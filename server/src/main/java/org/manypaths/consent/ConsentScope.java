package org.manypaths.consent;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a provision speaks of.
 *
 * @param types the FHIR types of records; empty: of any type
 * @param kinds the kinds of information; empty says nothing specific and so covers nothing (42 CFR 2.31(a)(3))
 * @param purposes each purpose named (42 CFR 2.31(a)(5))
 * @param from records of this moment or later; empty: no limit
 * @param until records before this moment; empty: no limit
 */
public record ConsentScope(
        Set<String> types,
        Set<InformationKind> kinds,
        Set<Purpose> purposes,
        Recipients recipients,
        Optional<Instant> from,
        Optional<Instant> until) {

    /** A scope that speaks of records of any type. */
    public ConsentScope(
            Set<InformationKind> kinds,
            Set<Purpose> purposes,
            Recipients recipients,
            Optional<Instant> from,
            Optional<Instant> until) {
        this(Set.of(), kinds, purposes, recipients, from, until);
    }

    public ConsentScope {
        types = Set.copyOf(types);
        kinds = Set.copyOf(kinds);
        purposes = Set.copyOf(purposes);
    }
}
