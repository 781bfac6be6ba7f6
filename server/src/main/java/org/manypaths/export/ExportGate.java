package org.manypaths.export;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.manypaths.audit.Disclosures;
import org.manypaths.security.Session;

/** Decides of an export what may leave; asked at kick-off, when a job lists a resource, and when it is downloaded. */
public interface ExportGate {

    /** Throws a {@link org.manypaths.refusal.Refusal} where this session may not have such an export. */
    void admit(Session session, ExportRequest request);

    /**
     * The resource as it may leave, whole or redacted; empty where it does not exist for this session.
     *
     * @param notes takes the decision, with its ground, for the trail
     */
    Optional<IBaseResource> release(Session session, IBaseResource resource, Disclosures notes);

    /**
     * Puts onto a file what must accompany records given out by consent (42 CFR 2.32).
     *
     * @param consents references to the consents that the job rests on; empty: to none
     */
    default void accompany(HttpServletResponse file, Set<String> consents) {}
}
