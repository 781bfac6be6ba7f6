package org.manypaths.limits;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.util.UrlUtil;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryRequestComponent;

/** The searches that a write asks on the way: conditional creates, and the conditional entries of a Bundle. */
final class Conditions {

    private Conditions() {}

    /** The parameters of each. */
    static Stream<Map<String, String[]>> of(RequestDetails request) {
        Stream<String> alone = Optional.ofNullable(request.getHeader("If-None-Exist")).stream();
        Stream<String> inside = request.getResource() instanceof Bundle bundle
                ? bundle.getEntry().stream()
                        .map(Bundle.BundleEntryComponent::getRequest)
                        .flatMap(Conditions::of)
                : Stream.empty();
        return Stream.concat(alone, inside)
                .map(condition -> UrlUtil.parseQueryString(condition.substring(condition.indexOf('?') + 1)));
    }

    private static Stream<String> of(BundleEntryRequestComponent entry) {
        return Stream.of(entry.getIfNoneExist(), entry.getUrl())
                .filter(condition -> condition != null && condition.contains("="));
    }
}
