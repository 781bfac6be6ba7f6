package org.manypaths.export;

import java.time.Instant;
import java.util.Set;
import org.manypaths.security.Session;

/**
 * An export under way or ready.
 *
 * @param session of the client that asked, as it was then
 * @param startedAt the moment whose state the export shows
 * @param consents references to the consents that some of it rests on
 */
record ExportJob(
        String id,
        Session session,
        ExportRequest request,
        Instant startedAt,
        Instant expiresAt,
        State state,
        Set<String> consents) {

    /** The names are stored. */
    enum State {
        WAITING,
        RUNNING,
        READY,
        FAILED
    }

    ExportJob {
        consents = Set.copyOf(consents);
    }

    boolean isUnderWay() {
        return state == State.WAITING || state == State.RUNNING;
    }

    /** Some of the export: ids of one type. */
    record File(int number, String type, java.util.List<String> ids) {

        File {
            ids = java.util.List.copyOf(ids);
        }
    }
}
