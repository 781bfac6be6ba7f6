package org.manypaths.concurrency;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.manypaths.refusal.RequestCode;

/** Which version of what a request says it knows: in its header, or in each entry of its Bundle. */
final class StatedVersions {

    private static final String KEY = StatedVersions.class.getName();

    private final RequestDetails request;
    private final List<BundleEntryComponent> entries = new ArrayList<>();

    private StatedVersions(RequestDetails request) {
        this.request = request;
    }

    static StatedVersions of(RequestDetails request) {
        Map<Object, Object> data = request.getUserData();
        synchronized (data) {
            return (StatedVersions) data.computeIfAbsent(KEY, key -> new StatedVersions(request));
        }
    }

    /** The parts of a batch come one by one; each is entered when its turn comes. */
    synchronized void enter(Bundle bundle) {
        entries.addAll(bundle.getEntry());
    }

    /** Whether any version is stated at all. */
    synchronized boolean any() {
        return request.getHeader("If-Match") != null
                || entries.stream().anyMatch(entry -> entry.getRequest().hasIfMatch());
    }

    synchronized Optional<String> of(IBaseResource updated, IIdType id) {
        if (entries.isEmpty()) {
            return Optional.ofNullable(request.getHeader("If-Match")).map(IfMatch::parse);
        }
        List<Optional<String>> stated = entries.stream()
                .filter(entry -> changes(entry, updated, id))
                .map(entry ->
                        Optional.ofNullable(entry.getRequest().getIfMatch()).filter(version -> !version.isBlank()))
                .distinct()
                .toList();
        if (stated.size() > 1) {
            throw RequestCode.IF_MATCH.refusal(
                    "Several entries change " + id.getResourceType()
                            + " by a PATCH, and it cannot be told which version each of them knows.",
                    "Send them one at a time, or by id.");
        }
        return stated.stream().flatMap(Optional::stream).findFirst().map(IfMatch::parse);
    }

    /** A PUT brings the very resource; a PATCH is known by its address, or by its type where that is a search. */
    private static boolean changes(BundleEntryComponent entry, IBaseResource updated, IIdType id) {
        if (entry.getRequest().getMethod() != HTTPVerb.PATCH) {
            return entry.getResource() == updated;
        }
        String url = String.valueOf(entry.getRequest().getUrl());
        return url.equals(id.getResourceType() + "/" + id.getIdPart()) || url.startsWith(id.getResourceType() + "?");
    }
}
