package org.manypaths.audit;

import java.util.List;

/** The durable, append-only, hash-chained record of who did what. */
public interface Trail {

    /**
     * Appends the entries, all of them or none, in a transaction of their own; when it returns they are stored.
     *
     * @throws TrailUnavailableException when they are not: the request is refused then, and nothing is given out
     */
    void append(List<Entry> entries);

    /** Appends one entry; see {@link #append(List)}. */
    default void append(Entry entry) {
        append(List.of(entry));
    }
}
