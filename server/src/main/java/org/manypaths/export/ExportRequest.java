package org.manypaths.export;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an export is to hold.
 *
 * @param group logical id of the Group whose members' records are asked for
 * @param types at least one
 * @param since only what changed then or later
 * @param url as it was sent
 */
public record ExportRequest(
        Scope scope, Optional<String> group, Set<String> types, Optional<Instant> since, String url) {

    /** Whose records. */
    public enum Scope {
        SYSTEM,
        /** Of all persons. */
        PATIENT,
        /** Of the members of a group. */
        GROUP
    }

    public ExportRequest {
        types = Set.copyOf(new TreeSet<>(types));
    }
}
