package org.manypaths.consentdesk;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.manypaths.consent.ConsentScope;
import org.manypaths.consent.Recipients;
import org.manypaths.consent.ScopeInWords;

/** To whom something goes, and what, in words. */
final class ScopeWords {

    private final UnaryOperator<String> names;

    /** @param names how an organisation is called, by its id */
    ScopeWords(UnaryOperator<String> names) {
        this.names = names;
    }

    /** Such as {@code substance use and alcohol, for treatment}. */
    String what(ConsentScope scope) {
        return ScopeInWords.kinds(scope.kinds()) + types(scope) + ", for " + ScopeInWords.purposes(scope.purposes());
    }

    String organizations(Set<String> ids) {
        return ScopeInWords.joined(ids.stream().map(names).sorted());
    }

    String recipients(Recipients recipients) {
        if (recipients instanceof Recipients.Named named) {
            return organizations(named.organizations());
        }
        if (recipients instanceof Recipients.TreatingProviders) {
            return "those who treat the person at the time";
        }
        if (recipients instanceof Recipients.ThroughIntermediary through) {
            return through.participants().isEmpty()
                    ? "those who treat the person, by way of " + names.apply(through.intermediary())
                    : organizations(through.participants()) + ", by way of " + names.apply(through.intermediary());
        }
        return "anybody";
    }

    static String types(ConsentScope scope) {
        return scope.types().isEmpty()
                ? ""
                : " (only " + ScopeInWords.joined(scope.types().stream().sorted()) + ")";
    }
}
