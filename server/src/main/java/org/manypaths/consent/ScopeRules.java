package org.manypaths.consent;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;

/** Whether one provision of a consent speaks of one request. */
final class ScopeRules {

    private ScopeRules() {}

    /** A permit must cover all that the record tells: half a permission lets nothing out. */
    static boolean permits(ConsentScope scope, DisclosureRequest request, Relationships relationships) {
        RecordFacts record = request.record();
        return !record.kinds().isEmpty()
                && isOfItsTypes(scope, record)
                && scope.kinds().containsAll(record.kinds())
                && scope.purposes().contains(request.purpose())
                && reaches(scope.recipients(), request.caller(), relationships)
                && record.recordedAt().map(at -> within(scope, at)).orElse(isUnlimited(scope));
    }

    /** A denial that touches any of what the record tells holds it back; what is not known counts as touched. */
    static boolean denies(ConsentScope scope, DisclosureRequest request, Relationships relationships) {
        RecordFacts record = request.record();
        return isOfItsTypes(scope, record)
                && (record.kinds().isEmpty() || !Collections.disjoint(scope.kinds(), record.kinds()))
                && scope.purposes().contains(request.purpose())
                && reaches(scope.recipients(), request.caller(), relationships)
                && record.recordedAt().map(at -> within(scope, at)).orElse(true);
    }

    private static boolean isOfItsTypes(ConsentScope scope, RecordFacts record) {
        return scope.types().isEmpty() || scope.types().contains(record.type());
    }

    private static boolean reaches(Recipients recipients, Caller caller, Relationships relationships) {
        Set<String> treating = relationships.treating();
        String organization = caller.organization();
        if (recipients instanceof Recipients.Named named) {
            return named.organizations().contains(organization);
        }
        if (recipients instanceof Recipients.Anybody) {
            return true;
        }
        if (recipients instanceof Recipients.ThroughIntermediary through) {
            return through.intermediary().equals(organization)
                    ? caller.kind() == RecipientKind.INTERMEDIARY
                    : isParticipant(through, organization, treating);
        }
        return treating.contains(organization);
    }

    private static boolean isParticipant(
            Recipients.ThroughIntermediary through, String organization, Set<String> treating) {
        return through.participants().isEmpty()
                ? treating.contains(organization)
                : through.participants().contains(organization);
    }

    private static boolean within(ConsentScope scope, Instant at) {
        return scope.from().map(from -> !at.isBefore(from)).orElse(true)
                && scope.until().map(at::isBefore).orElse(true);
    }

    private static boolean isUnlimited(ConsentScope scope) {
        return scope.from().isEmpty() && scope.until().isEmpty();
    }
}
