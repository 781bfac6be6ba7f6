package org.manypaths.access;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.audit.Disclosures;
import org.manypaths.consent.Decision;

/** Judges a request for one record before the record is read. */
class ReadAccess {

    private final RecordGuard guard;
    private final ScopeMatch scopes;

    ReadAccess(RecordGuard guard, ScopeMatch scopes) {
        this.guard = guard;
        this.scopes = scopes;
    }

    /**
     * What is beyond the criteria of the scopes, or of another person than theirs, is as absent as what is hidden.
     *
     * @return the marks of the record
     */
    Marks require(RequestDetails request, Sight sight) {
        RecordGuard.Finding found = requireVisible(request, sight);
        String type = request.getResourceName();
        String id = request.getId().getIdPart();
        Optional<Resource> version = request.getRestOperationType() == RestOperationTypeEnum.VREAD
                ? guard.version(type, id, request.getId().getVersionIdPart())
                : Optional.empty();
        boolean readable = version.isPresent()
                ? isReadable(version.get(), request, sight)
                : scopes.allowsReading(sight, type, found.marks(), () -> guard.latest(type, id), request);
        if (!readable) {
            throw Absence.of(type + "/" + id);
        }
        return found.marks();
    }

    /** The same for operations that know better what is hidden: only the scopes are asked, which reach no unknown record. */
    Marks requireReached(RequestDetails request, Sight sight) {
        String type = request.getResourceName();
        String id = request.getId().getIdPart();
        Marks marks = guard.find(sight, type, id)
                .map(RecordGuard.Finding::marks)
                .orElseGet(() -> type.equals("Patient") ? Marks.ofPerson(id) : Marks.NONE);
        if (!scopes.allowsReading(sight, type, marks, () -> guard.latest(type, id), request)) {
            throw Absence.of(type + "/" + id);
        }
        return marks;
    }

    /** A version has marks of its own: what it says may be kept back where the record as it is now is not. */
    private boolean isReadable(Resource version, RequestDetails request, Sight sight) {
        Marks marks = Marks.of(version);
        return sight.decide(version.fhirType(), marks, Moments.of(version)).isPermit()
                && scopes.allowsReading(sight, version, marks, request);
    }

    private RecordGuard.Finding requireVisible(RequestDetails request, Sight sight) {
        String type = request.getResourceName();
        String id = request.getId().getIdPart();
        Optional<RecordGuard.Finding> found = guard.find(sight, type, id);
        note(request, type + "/" + id, found);
        return found.filter(finding -> finding.decision().isPermit()).orElseThrow(() -> Absence.of(type + "/" + id));
    }

    /** What is withheld goes into the trail with its reason; the caller learns neither. */
    private static void note(RequestDetails request, String record, Optional<RecordGuard.Finding> found) {
        found.filter(finding -> !finding.decision().isPermit()).ifPresent(finding -> Disclosures.of(request)
                .decided(
                        record,
                        finding.marks().person(),
                        finding.marks().stamp().map(Stamp::holder),
                        finding.decision()));
        if (found.isEmpty()) {
            Disclosures.of(request)
                    .decided(record, Optional.empty(), Optional.empty(), Decision.deny(Decision.Reason.NO_BASIS));
        }
    }
}
