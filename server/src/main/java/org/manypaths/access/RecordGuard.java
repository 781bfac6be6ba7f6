package org.manypaths.access;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.consent.Decision;

/**
 * Answers whether a record that a request names is there for its caller, before the storage is asked for it.
 *
 * <p>One that never was and one that is hidden take the same way to the same answer.
 */
class RecordGuard {

    private final RecordIndex index;
    private final DaoRegistry daos;

    RecordGuard(RecordIndex index, DaoRegistry daos) {
        this.index = index;
        this.daos = daos;
    }

    /** What is known of a record, and what was decided. */
    record Finding(Marks marks, Decision decision) {}

    /** The marks of the record and the permit to see it; empty where it is not there for the caller. */
    Optional<Finding> find(Sight sight, String type, String id) {
        return index.find(type, id)
                .map(found -> found.deleted() ? lastMarks(type, id) : found.marks())
                .map(marks -> new Finding(marks, decide(sight, type, id, marks)));
    }

    /** The same of several records of a type. */
    Map<String, Finding> findAll(Sight sight, String type, Set<String> ids) {
        Map<String, Finding> all = new HashMap<>();
        index.find(type, ids).forEach((id, found) -> {
            Marks marks = found.deleted() ? lastMarks(type, id) : found.marks();
            all.put(id, new Finding(marks, decide(sight, type, id, marks)));
        });
        return all;
    }

    /** Those of these records of a type that are here, and not there for the caller. */
    Map<String, Marks> hidden(Sight sight, String type, Set<String> ids) {
        Map<String, Marks> hidden = new HashMap<>();
        index.find(type, ids).forEach((id, found) -> {
            Marks marks = found.deleted() ? lastMarks(type, id) : found.marks();
            if (!decide(sight, type, id, marks).isPermit()) {
                hidden.put(id, marks);
            }
        });
        return hidden;
    }

    /** Those of these records of a type that are there for the caller, each as it is stored, when it is asked for. */
    Stream<Resource> shown(Sight sight, String type, Set<String> ids) {
        Set<String> hidden = hidden(sight, type, ids).keySet();
        return ids.stream().filter(id -> !hidden.contains(id)).flatMap(id -> stored(type, id).stream());
    }

    private Optional<Resource> stored(String type, String id) {
        IBaseResource resource = daos.getResourceDao(type).read(new IdType(type, id), new SystemRequestDetails(), true);
        return resource instanceof Resource record ? Optional.of(record) : Optional.empty();
    }

    /** Refused as absent unless the record is there for the caller. */
    Finding require(Sight sight, String type, String id) {
        return find(sight, type, id)
                .filter(finding -> finding.decision().isPermit())
                .orElseThrow(() -> Absence.of(type + "/" + id));
    }

    private Decision decide(Sight sight, String type, String id, Marks marks) {
        return sight.decide(type, marks, () -> moment(type, id));
    }

    private Optional<Instant> moment(String type, String id) {
        return stored(type, id).flatMap(Moments::of);
    }

    /** A deleted record is no longer in the index: its last version before tells whose it was. */
    private Marks lastMarks(String type, String id) {
        return before(type, id).map(Marks::of).orElse(Marks.NONE);
    }

    /** The last version of a record that has a content. */
    Optional<Resource> latest(String type, String id) {
        return index.find(type, id).flatMap(found -> found.deleted() ? before(type, id) : stored(type, id));
    }

    /** One version of a record; empty where there is no such one, or it tells of the deletion. */
    Optional<Resource> version(String type, String id, String version) {
        try {
            IdType named = new IdType(type, id, version);
            return daos.getResourceDao(type).read(named, new SystemRequestDetails(), false) instanceof Resource record
                    ? Optional.of(record)
                    : Optional.empty();
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return Optional.empty();
        }
    }

    private Optional<Resource> before(String type, String id) {
        var dao = daos.getResourceDao(type);
        IBaseResource deleted = dao.read(new IdType(type, id), new SystemRequestDetails(), true);
        Long version = deleted.getIdElement().getVersionIdPartAsLong();
        if (version == null || version < 2) {
            return Optional.empty();
        }
        IdType before = new IdType(type, id, String.valueOf(version - 1));
        return dao.read(before, new SystemRequestDetails(), true) instanceof Resource record
                ? Optional.of(record)
                : Optional.empty();
    }
}
