package org.manypaths.transition;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.manypaths.security.Role;
import org.manypaths.security.Session;
import org.manypaths.security.Sessions;

/** For which sides of a handoff a request may speak, by the organisation of its session. */
class Sides {

    private final Parties parties;

    Sides(Parties parties) {
        this.parties = parties;
    }

    /** Whether it may speak for everybody: the server itself, or an operator. */
    boolean isUnbounded(@Nullable RequestDetails request) {
        return !(request instanceof ServletRequestDetails)
                || Sessions.of(request).filter(Session::isOperator).isPresent();
    }

    Set<Side> of(@Nullable RequestDetails request, Task task) {
        Set<Side> sides = EnumSet.noneOf(Side.class);
        String organization = organization(request);
        if (isUnbounded(request) || parties.organizations(task.getRequester()).contains(organization)) {
            sides.add(Side.REQUESTER);
        }
        if (isUnbounded(request) || parties.owners(task).contains(organization)) {
            sides.add(Side.OWNER);
        }
        return sides;
    }

    /** Who is asked is never the side that asks, even where nobody knows for whom the requester works. */
    Set<Side> of(@Nullable RequestDetails request, ServiceRequest transition) {
        Set<Side> sides = EnumSet.noneOf(Side.class);
        String organization = organization(request);
        boolean asked = parties.performers(transition).contains(organization);
        Set<String> asking = parties.organizations(transition.getRequester());
        if (isUnbounded(request) || asking.contains(organization) || (asking.isEmpty() && !asked)) {
            sides.add(Side.REQUESTER);
        }
        if (isUnbounded(request) || asked) {
            sides.add(Side.OWNER);
        }
        return sides;
    }

    /** A person who is signed in for themselves belongs to no organisation. */
    private static String organization(@Nullable RequestDetails request) {
        return Optional.ofNullable(request)
                .flatMap(Sessions::of)
                .filter(session -> session.role() != Role.PERSON)
                .map(session -> session.caller().organization())
                .orElse("");
    }
}
