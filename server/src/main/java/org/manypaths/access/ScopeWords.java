package org.manypaths.access;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manypaths.consent.ConsentRecord;
import org.manypaths.consent.ConsentScope;

/**
 * The scope of a consent in one line of ASCII, for those who receive by it: "a clear explanation of the scope of the
 * consent" (42 CFR 2.32(b)) where the consent itself would tell what is kept back.
 *
 * <p>Says what is let out and never that something is not: what a denial takes away is left out as if it had never been
 * let out. Pure.
 */
final class ScopeWords {

    private ScopeWords() {}

    /**
     * What an organization receives by it; what the person lets out to others alone is not told. Such as
     * {@code for treatment: general health, substance use; ends 2027-01-01T00:00:00Z}.
     */
    static String of(ConsentRecord consent, String recipient) {
        String scopes = consent.letsOutTo(recipient).stream()
                .map(ScopeWords::scope)
                .distinct()
                .collect(Collectors.joining("; "));
        return scopes
                + consent.lifecycle().expiresAt().map(end -> "; ends " + end).orElse("");
    }

    private static String scope(ConsentScope scope) {
        return "for " + words(scope.purposes()) + ": " + words(scope.kinds()) + types(scope) + time(scope);
    }

    private static String types(ConsentScope scope) {
        return scope.types().isEmpty() ? "" : " in " + String.join(", ", new TreeSet<>(scope.types()));
    }

    private static String time(ConsentScope scope) {
        return Stream.of(
                        scope.from().map(from -> " from " + from), scope.until().map(until -> " until " + until))
                .flatMap(Optional::stream)
                .collect(Collectors.joining());
    }

    private static String words(Collection<? extends Enum<?>> names) {
        return new TreeSet<>(names)
                .stream()
                        .map(name -> name.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(", "));
    }
}
