package org.manypaths.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Resource;

/** Puts into the trail what somebody is about to write by hand, in one part or in many. */
public final class AnswerRecord {

    private final Trail trail;
    private final AnswerEntries answers;

    AnswerRecord(Trail trail, Persons persons) {
        this.trail = trail;
        answers = new AnswerEntries(persons);
    }

    /**
     * Appends an entry for each person and ground in the resources; when it returns they may be written.
     *
     * @throws TrailUnavailableException when they must not; what was written before stays without an end, so that nobody
     *     takes it for the whole
     */
    public void appendOrBreakOff(HttpServletRequest request, Kind kind, List<? extends IBaseResource> resources) {
        Disclosures notes = Disclosures.of(request);
        Bundle part = new Bundle().setType(BundleType.SEARCHSET);
        resources.forEach(resource -> part.addEntry().setResource((Resource) resource));
        try {
            trail.append(answers.of(Facts.of(request), kind, part, notes));
        } catch (TrailUnavailableException e) {
            notes.breakOff();
            throw e;
        }
        notes.recorded();
        notes.forget();
    }
}
