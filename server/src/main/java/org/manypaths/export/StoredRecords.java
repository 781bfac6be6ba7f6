package org.manypaths.export;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is stored, one type at a time in the order in which it came, without ever holding more than a page of it. */
final class StoredRecords {

    static final int PAGE = 200;

    private static final String IDS = "select RES_ID, FHIR_ID from HFJ_RESOURCE where RES_TYPE = ? and RES_ID > ?"
            + " and RES_DELETED_AT is null and RES_UPDATED >= ? and RES_UPDATED <= ? order by RES_ID fetch first "
            + PAGE
            + " rows only";

    private final JdbcTemplate database;
    private final DaoRegistry daos;

    StoredRecords(JdbcTemplate database, DaoRegistry daos) {
        this.database = database;
        this.daos = daos;
    }

    /** Where one stands in the table, and the logical id of what is there. */
    record Place(long number, String id) {}

    /** The next ones of a type after a place, that were last changed within the time; 0 is the place before the first. */
    List<Place> after(long place, String type, Instant from, Instant until) {
        return database.query(
                IDS,
                (row, number) -> new Place(row.getLong(1), row.getString(2)),
                type,
                place,
                Timestamp.from(from),
                Timestamp.from(until));
    }

    /** A record as it is now; empty when it is gone. */
    Optional<IBaseResource> read(String type, String id) {
        try {
            return Optional.of(daos.getResourceDao(type).read(new IdType(type, id), new SystemRequestDetails()));
        } catch (ResourceGoneException | ResourceNotFoundException e) {
            return Optional.empty();
        }
    }
}
