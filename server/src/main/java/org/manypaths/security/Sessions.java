package org.manypaths.security;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The session of a request. Work that the server does by itself has none. */
public final class Sessions {

    private static final String ATTRIBUTE = Session.class.getName();

    private Sessions() {}

    public static void put(HttpServletRequest request, Session session) {
        request.setAttribute(ATTRIBUTE, session);
    }

    public static Optional<Session> of(HttpServletRequest request) {
        return Optional.ofNullable((Session) request.getAttribute(ATTRIBUTE));
    }

    /** Also for an entry of a transaction: its session is that of the request which brought it. */
    public static Optional<Session> of(RequestDetails details) {
        return details instanceof ServletRequestDetails servlet && servlet.getServletRequest() != null
                ? of(servlet.getServletRequest())
                : Optional.empty();
    }
}
