package org.manypaths.audit;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;

/** How the trail calls a stored resource. */
public final class RecordName {

    private static final String VERSION = "/_history/";

    private RecordName() {}

    /** {@code Type/id/_history/version}, as far as the resource knows; empty for one that is not stored. */
    public static String versioned(IBaseResource resource) {
        String name = plain(resource);
        String version = resource.getIdElement().getVersionIdPart();
        String known = version == null ? resource.getMeta().getVersionId() : version;
        return name.isEmpty() || known == null ? name : name + VERSION + known;
    }

    /** {@code Type/id}; empty for one that is not stored. */
    public static String plain(IBaseResource resource) {
        IIdType id = resource.getIdElement();
        return id.hasIdPart() && !id.isLocal() ? resource.fhirType() + "/" + id.getIdPart() : "";
    }

    /** Without those of no known version that are named with one too: a copy in a document is no second record. */
    static List<String> distinct(Collection<String> names) {
        Set<String> versioned = names.stream()
                .filter(name -> name.contains(VERSION))
                .map(RecordName::withoutVersion)
                .collect(Collectors.toSet());
        return names.stream()
                .distinct()
                .filter(name -> name.contains(VERSION) || !versioned.contains(name))
                .toList();
    }

    static String withoutVersion(String name) {
        return name.replaceFirst(VERSION + ".*", "");
    }
}
