package org.manypaths.validation;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Bundle;
import org.manypaths.refusal.Issue;

/**
 * What one request wants to write and what was found about it, kept with the request. Thread-safe.
 *
 * <p>Resources are told apart by identity: a transaction that is tried again after a conflict brings the same objects
 * once more, and they need not be validated twice.
 */
final class WriteLedger {

    private static final String KEY = WriteLedger.class.getName();

    private final IdentityHashMap<IBaseResource, List<Issue>> findings = new IdentityHashMap<>();
    private final IdentityHashMap<IBaseResource, Integer> entries = new IdentityHashMap<>();

    /** The ledger of the request, or of the request that this one is an entry of. */
    static WriteLedger of(RequestDetails request) {
        Map<Object, Object> data = request.getUserData();
        synchronized (data) {
            return (WriteLedger) data.computeIfAbsent(KEY, key -> new WriteLedger());
        }
    }

    /** The first bundle is the one that the client sent; those that a batch is split into keep its numbering. */
    synchronized void enter(Bundle bundle) {
        if (entries.isEmpty()) {
            for (int i = 0; i < bundle.getEntry().size(); i++) {
                IBaseResource resource = bundle.getEntry().get(i).getResource();
                if (resource != null) {
                    entries.put(resource, i);
                }
            }
        }
    }

    synchronized OptionalInt entry(IBaseResource resource) {
        return Optional.ofNullable(entries.get(resource)).stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    synchronized void record(IBaseResource resource, List<Issue> issues) {
        findings.put(resource, issues);
    }

    synchronized Optional<List<Issue>> findings(IBaseResource resource) {
        return Optional.ofNullable(findings.get(resource));
    }

    /** The findings by the id under which each resource is now stored. */
    synchronized Map<String, List<Issue>> byId() {
        Map<String, List<Issue>> byId = new HashMap<>();
        findings.forEach((resource, issues) -> byId.put(versionless(resource.getIdElement()), issues));
        return byId;
    }

    static String versionless(IIdType id) {
        return id.toUnqualifiedVersionless().getValue();
    }
}
