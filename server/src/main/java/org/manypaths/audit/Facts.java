package org.manypaths.audit;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.manypaths.consent.Purpose;
import org.manypaths.operations.RequestId;
import org.manypaths.security.Session;
import org.manypaths.security.Sessions;

/**
 * What all entries of one request have in common.
 *
 * @param query method, path and what is kept of the query
 */
record Facts(
        Optional<String> client,
        Optional<String> user,
        Optional<String> organization,
        Optional<String> purpose,
        String query,
        String requestId) {

    /** No client can be registered under it. */
    static final String THE_SERVER = "the server itself";

    /** Facts of a request that may not have got as far as a session. */
    static Facts of(HttpServletRequest request) {
        Optional<Session> session = Sessions.of(request);
        String query = request.getQueryString();
        return new Facts(
                session.map(Session::client),
                session.flatMap(Session::user),
                session.map(known -> known.caller().organization()),
                Disclosures.of(request)
                        .purpose()
                        .or(() -> session.flatMap(Facts::onlyPurpose))
                        .map(Purpose::name),
                request.getMethod() + " " + request.getRequestURI() + (query == null ? "" : "?" + KeptQuery.of(query)),
                RequestId.of(request).value());
    }

    /** Facts of what the server does without being asked, or for the sake of a request that it answers otherwise. */
    static Facts ofServer(RequestDetails request) {
        return new Facts(
                Optional.of(THE_SERVER),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.ofNullable(request.getRequestId()).orElse("-"));
    }

    private static Optional<Purpose> onlyPurpose(Session session) {
        Set<Purpose> purposes = session.caller().purposes();
        return purposes.size() == 1 ? purposes.stream().findFirst() : Optional.empty();
    }

    /** An entry of this request about nobody. */
    Entry entry(Kind kind, Outcome outcome, Optional<String> reason) {
        return new Entry(
                kind,
                client,
                user,
                organization,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(query),
                purpose,
                Optional.empty(),
                Optional.empty(),
                outcome,
                reason,
                requestId);
    }
}
