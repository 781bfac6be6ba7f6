package org.manypaths.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.access.AnswerAccess.Shown;

/** Makes of a history one of what is shown: its total counts that, and where nothing is there is no history. */
class Histories {

    private static final Pattern ADDRESS =
            Pattern.compile("(?<type>[A-Za-z]+)/(?<id>[A-Za-z0-9.-]{1,64})/_history(?:\\?.*)?$");

    private final RecordGuard guard;
    private final ScopeMatch scopes;

    Histories(RecordGuard guard, ScopeMatch scopes) {
        this.guard = guard;
        this.scopes = scopes;
    }

    void settle(Bundle history, RequestDetails request, Sight sight, Collection<Shown> shown) {
        if (ScopeReach.isFreeOperator(sight.session()) || history.getType() != BundleType.HISTORY) {
            return;
        }
        boolean whole = history.hasEntry()
                && history.getLink(Bundle.LINK_NEXT) == null
                && history.getLink(Bundle.LINK_PREV) == null;
        if (whole) {
            history.setTotal(history.getEntry().size());
        } else {
            history.setTotalElement(null);
        }
        if (shown.isEmpty()) {
            requireReadable(history, request, sight);
        }
    }

    /** A part of a history may be empty of itself; whether there is a record must not be told by it. */
    private void requireReadable(Bundle history, RequestDetails request, Sight sight) {
        Matcher address = ADDRESS.matcher(Optional.ofNullable(history.getLink(Bundle.LINK_SELF))
                .map(Bundle.BundleLinkComponent::getUrl)
                .orElse(""));
        if (!address.find()) {
            return;
        }
        String type = address.group("type");
        Optional<Resource> latest = guard.latest(type, address.group("id"))
                .filter(record -> guard.find(sight, type, address.group("id"))
                        .filter(found -> found.decision().isPermit())
                        .isPresent())
                .filter(record -> scopes.allowsReading(sight, record, Marks.of(record), request));
        if (latest.isEmpty()) {
            throw Absence.of(type + "/" + address.group("id"));
        }
    }
}
