package org.manypaths.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.security.Session;

/** Holds what an operation is about to store by itself to what its caller may refer to. */
public class ReferenceCheck {

    private final AccessDecider decider;
    private final ReferenceGuard guard;

    ReferenceCheck(AccessDecider decider, ReferenceGuard guard) {
        this.decider = decider;
        this.guard = guard;
    }

    /**
     * Refuses references to what is not there for the caller, hidden or unknown alike.
     *
     * @throws org.manypaths.refusal.Refusal as for any other record with a dangling reference
     */
    public void require(Resource sent, Session session, RequestDetails request) {
        guard.require(decider.sight(RequestAccess.servletRequest(request), session), sent, Optional.empty());
    }
}
