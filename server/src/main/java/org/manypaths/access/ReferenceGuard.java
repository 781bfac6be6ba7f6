package org.manypaths.access;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Resource;

/** Sees to it that a record refers to nothing that is not there for its sender, be it hidden or unknown. */
class ReferenceGuard {

    private final FhirContext fhirContext;
    private final RecordIndex index;
    private final RecordGuard guard;
    private final ScopeMatch scopes;

    ReferenceGuard(FhirContext fhirContext, RecordIndex index, RecordGuard guard, ScopeMatch scopes) {
        this.fhirContext = fhirContext;
        this.index = index;
        this.guard = guard;
        this.scopes = scopes;
    }

    /** What the version before referred to already may stay. */
    void require(Sight sight, Resource resource, Optional<Resource> previous) {
        Map<String, String> wanted = references(resource);
        previous.map(this::references).ifPresent(old -> wanted.keySet().removeAll(old.keySet()));
        Map<String, Set<String>> byType = new TreeMap<>();
        wanted.keySet().forEach(target -> {
            String[] parts = target.split("/", 2);
            byType.computeIfAbsent(parts[0], type -> new HashSet<>()).add(parts[1]);
        });
        byType.forEach((type, ids) -> {
            Map<String, RecordIndex.Found> found = index.find(type, ids);
            for (String id : ids) {
                boolean there = Optional.ofNullable(found.get(id))
                        .filter(record -> !record.deleted())
                        .filter(record -> sight.decide(type, record.marks()).isPermit())
                        .filter(record -> !ScopeRules.isOfAnother(sight.session(), record.marks()))
                        .filter(record -> meetsCriteria(sight, type, id, record.marks()))
                        .isPresent();
                if (!there) {
                    throw Absence.ofReference(wanted.getOrDefault(type + "/" + id, type), type + "/" + id);
                }
            }
        });
    }

    /** What is beyond the criteria by which the token reads the type is not there for it. */
    private boolean meetsCriteria(Sight sight, String type, String id, Marks marks) {
        return !ScopeReach.isByCriteria(sight.session(), type)
                || scopes.allowsReading(sight, type, marks, () -> guard.latest(type, id), new SystemRequestDetails());
    }

    /** The local references as {@code Type/id}, each with the element that it stands in. */
    private Map<String, String> references(Resource resource) {
        Map<String, String> references = new LinkedHashMap<>();
        List.copyOf(fhirContext.newTerser().getAllResourceReferences(resource)).forEach(info -> {
            IIdType id = info.getResourceReference().getReferenceElement();
            boolean local = id.hasResourceType()
                    && id.hasIdPart()
                    && !id.isAbsolute()
                    && !id.getValue().startsWith("urn:")
                    && !id.getValue().contains("?");
            if (local) {
                references.putIfAbsent(
                        id.getResourceType() + "/" + id.getIdPart(), resource.fhirType() + "." + info.getName());
            }
        });
        return references;
    }
}
