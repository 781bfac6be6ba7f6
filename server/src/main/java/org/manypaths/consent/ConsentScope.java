package org.manypaths.consent;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
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

    /** Whether it speaks of records of any type and time. */
    boolean isUnlimited() {
        return types.isEmpty() && from.isEmpty() && until.isEmpty();
    }

    /** Whether it speaks of an organisation, also where it does not name it. */
    boolean mayReach(String organization) {
        return !(recipients instanceof Recipients.Named named)
                || named.organizations().contains(organization);
    }

    /** What is left of it where these keep back records of any type and time. */
    ConsentScope without(Collection<ConsentScope> denies) {
        Set<InformationKind> left = EnumSet.noneOf(InformationKind.class);
        left.addAll(kinds);
        denies.stream().filter(ConsentScope::isUnlimited).forEach(denied -> left.removeAll(denied.kinds()));
        return new ConsentScope(types, left, purposes, recipients, from, until);
    }
}
