package org.manypaths.audit;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.jspecify.annotations.Nullable;
import org.manypaths.refusal.Issue;
import org.manypaths.refusal.Refusal;
import org.manypaths.security.OpenPaths;

/** Puts into the trail what HAPI is about to answer, and stops it where that cannot be. */
@Interceptor
class TrailInterceptor {

    /** After all others of ours; far below the highest number, for HAPI subtracts orders and must not overflow. */
    private static final int LAST = 2_500_000;

    private static final int UNAVAILABLE = 503;
    private static final int MOST_CAUSES = 20;

    private final Trail trail;
    private final OpenPaths open;
    private final AnswerEntries answers;

    /** @param open what holds nobody's records */
    TrailInterceptor(Trail trail, Persons persons, OpenPaths open) {
        this.trail = trail;
        this.open = open;
        answers = new AnswerEntries(persons);
    }

    /** After everybody who takes something out of the answer, and before its first byte. */
    @Hook(value = Pointcut.SERVER_OUTGOING_RESPONSE, order = LAST)
    void beforeAnswer(RequestDetails request, ResponseDetails response) {
        IBaseResource answer = response.getResponseResource();
        if (answer == null
                || !(request instanceof ServletRequestDetails servlet)
                || open.contains(servlet.getServletRequest())) {
            return;
        }
        Disclosures notes = Disclosures.of(request);
        Facts facts = Facts.of(servlet.getServletRequest());
        if (!notes.isRecorded()) {
            trail.append(answers.of(facts, kind(request), answer, notes));
        }
        notes.recorded();
    }

    /** Whoever met the closed trail, and wherever: before others call it a fault of the server. */
    @Hook(value = Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION, order = -300)
    @Nullable
    BaseServerResponseException refuse(Throwable thrown, HttpServletResponse response) {
        boolean ours = Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(MOST_CAUSES)
                .anyMatch(TrailUnavailableException.class::isInstance);
        if (!ours) {
            return null;
        }
        response.setHeader("Retry-After", "10");
        return new Refusal(UNAVAILABLE, unavailable());
    }

    static Issue unavailable() {
        return Issue.error(
                        IssueType.TRANSIENT,
                        "audit/unavailable",
                        "The server cannot record who is given what, and without that it gives out nothing.")
                .remedy("Nothing was done; try again in a few seconds.");
    }

    private static Kind kind(RequestDetails request) {
        return switch (type(request)) {
            case SEARCH_TYPE, SEARCH_SYSTEM, GET_PAGE -> Kind.SEARCH;
            case EXTENDED_OPERATION_INSTANCE, EXTENDED_OPERATION_TYPE, EXTENDED_OPERATION_SERVER -> Kind.OPERATION;
            default -> Kind.READ;
        };
    }

    private static RestOperationTypeEnum type(RequestDetails request) {
        return request.getRestOperationType() == null ? RestOperationTypeEnum.READ : request.getRestOperationType();
    }
}
