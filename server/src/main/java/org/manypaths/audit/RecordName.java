package org.manypaths.audit;

import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;

/** How the trail calls a stored resource. */
public final class RecordName {

    private RecordName() {}

    /** {@code Type/id/_history/version}, as far as the resource knows; empty for one that is not stored. */
    public static String versioned(IBaseResource resource) {
        String name = plain(resource);
        String version = resource.getIdElement().getVersionIdPart();
        String known = version == null ? resource.getMeta().getVersionId() : version;
        return name.isEmpty() || known == null ? name : name + "/_history/" + known;
    }

    /** {@code Type/id}; empty for one that is not stored. */
    public static String plain(IBaseResource resource) {
        IIdType id = resource.getIdElement();
        return id.hasIdPart() && !id.isLocal() ? resource.fhirType() + "/" + id.getIdPart() : "";
    }
}
