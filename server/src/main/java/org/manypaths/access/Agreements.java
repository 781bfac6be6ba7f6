package org.manypaths.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manypaths.access.Agreement.Kind;
import org.manypaths.consent.Purpose;
import org.manypaths.consent.Relationships;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The documents that the operator has on file.
 *
 * @param agreements none unless they are set up
 */
@ConfigurationProperties("manypaths")
record Agreements(@DefaultValue List<Agreement> agreements) {

    Agreements {
        agreements = List.copyOf(agreements);
    }

    /** What is known of the organisations around a holder, with what its documents say of the caller. */
    Relationships added(Relationships known, String holder, String caller, Instant now) {
        if (agreements.isEmpty()) {
            return known;
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<Agreement> standing = agreements.stream()
                .filter(agreement -> agreement.holder().equals(holder)
                        && agreement.organization().equals(caller)
                        && agreement.isInForce(today))
                .toList();
        return new Relationships(
                known.treating(),
                with(known.serviceOrganizations(), caller, has(standing, Kind.SERVICE_ORGANIZATION)),
                with(known.documents(), Purpose.RESEARCH, has(standing, Kind.RESEARCH)));
    }

    private static boolean has(List<Agreement> standing, Kind kind) {
        return standing.stream().anyMatch(agreement -> agreement.kind() == kind);
    }

    private static <T> Set<T> with(Set<T> known, T one, boolean holds) {
        return holds ? Stream.concat(known.stream(), Stream.of(one)).collect(Collectors.toSet()) : known;
    }
}
