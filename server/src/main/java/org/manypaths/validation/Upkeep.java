package org.manypaths.validation;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import org.jspecify.annotations.Nullable;

/**
 * A write by which the server keeps marks of its own true in a resource that was validated when it was stored.
 *
 * <p>It is not validated again: the sender of one record must not be told what is wrong with another, and a rule that
 * came with a newer guide must not stand in the way of the truth about an older record.
 */
public final class Upkeep {

    private static final String KEY = Upkeep.class.getName();

    private Upkeep() {}

    /** The details of such a write, as a part of the request that made it necessary. */
    public static RequestDetails causedBy(@Nullable RequestDetails cause) {
        SystemRequestDetails upkeep = new SystemRequestDetails();
        if (cause != null) {
            upkeep.setRequestId(cause.getRequestId());
        }
        upkeep.getUserData().put(KEY, true);
        return upkeep;
    }

    public static boolean is(@Nullable RequestDetails request) {
        return request != null && request.getUserData().containsKey(KEY);
    }
}
