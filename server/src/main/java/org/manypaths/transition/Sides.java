package org.manypaths.transition;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.manypaths.security.Role;
import org.manypaths.security.Session;
import org.manypaths.security.Sessions;

/** For which sides of a handoff a request may speak, by the organisations of its session. */
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
        Set<String> ours = organizations(request);
        if (isUnbounded(request) || isOneOf(ours, PartyRules.organizations(task.getRequester()))) {
            sides.add(Side.REQUESTER);
        }
        if (isUnbounded(request) || isOneOf(ours, parties.owners(task))) {
            sides.add(Side.OWNER);
        }
        return sides;
    }

    /** Who is asked is never the side that asks, even where nobody knows for whom the requester works. */
    Set<Side> of(@Nullable RequestDetails request, ServiceRequest transition) {
        Set<Side> sides = EnumSet.noneOf(Side.class);
        Set<String> ours = organizations(request);
        boolean asked = isOneOf(ours, parties.performers(transition));
        Set<String> asking = PartyRules.organizations(transition.getRequester());
        if (isUnbounded(request) || isOneOf(ours, asking) || (asking.isEmpty() && !asked)) {
            sides.add(Side.REQUESTER);
        }
        if (isUnbounded(request) || asked) {
            sides.add(Side.OWNER);
        }
        return sides;
    }

    private static boolean isOneOf(Set<String> ours, Set<String> named) {
        return !Collections.disjoint(ours, named);
    }

    /** The caller's own and those that it works for; a person who is signed in for themselves belongs to none. */
    private static Set<String> organizations(@Nullable RequestDetails request) {
        return Optional.ofNullable(request)
                .flatMap(Sessions::of)
                .filter(session -> session.role() != Role.PERSON)
                .map(Session::caller)
                .map(caller -> Stream.concat(Stream.of(caller.organization()), caller.programmes().stream())
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }
}
