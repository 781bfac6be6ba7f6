package org.manypaths.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A link as the row of a table, and back. */
final class LinkRow {

    /** The columns that {@link #of} reads. */
    static final String COLUMNS =
            "NODE, SEQ, RECORDED_AT, KIND, CLIENT, USER_ID, ORGANIZATION, PERSON, HOLDER, RECORDS, QUERY,"
                    + " PURPOSE, BASIS, CONSENT, OUTCOME, REASON, REQUEST_ID, PREVIOUS_HASH, HASH";

    private LinkRow() {}

    /** The values in the order of the columns; null where there is none. */
    static List<Object> values(Link link) {
        Entry entry = link.entry();
        Object[] values = {
            link.node(),
            link.number(),
            link.recordedAt().toEpochMilli(),
            entry.kind().name(),
            orNull(entry.client()),
            orNull(entry.user()),
            orNull(entry.organization()),
            orNull(entry.person()),
            orNull(entry.holder()),
            ChainRules.records(entry),
            orNull(entry.query()),
            orNull(entry.purpose()),
            orNull(entry.basis()),
            orNull(entry.consent()),
            entry.outcome().name(),
            orNull(entry.reason()),
            entry.requestId(),
            link.previous(),
            link.hash()
        };
        return Arrays.asList(values);
    }

    static Link of(ResultSet row, int number) throws SQLException {
        return new Link(
                row.getString("NODE"),
                row.getLong("SEQ"),
                Instant.ofEpochMilli(row.getLong("RECORDED_AT")),
                entry(row),
                row.getString("PREVIOUS_HASH"),
                row.getString("HASH"));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String records = row.getString("RECORDS");
        return new Entry(
                Kind.valueOf(row.getString("KIND")),
                text(row, "CLIENT"),
                text(row, "USER_ID"),
                text(row, "ORGANIZATION"),
                text(row, "PERSON"),
                text(row, "HOLDER"),
                records.isEmpty() ? List.of() : List.of(records.split(" ")),
                text(row, "QUERY"),
                text(row, "PURPOSE"),
                text(row, "BASIS"),
                text(row, "CONSENT"),
                Outcome.valueOf(row.getString("OUTCOME")),
                text(row, "REASON"),
                row.getString("REQUEST_ID"));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    private static @Nullable String orNull(Optional<String> text) {
        return text.orElse(null);
    }
}
