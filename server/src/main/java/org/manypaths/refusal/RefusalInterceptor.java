package org.manypaths.refusal;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryResponseComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.jspecify.annotations.Nullable;

/** The one place where what was thrown becomes the status and the OperationOutcome that a partner gets. */
@Interceptor
class RefusalInterceptor {

    private static final int FIRST_ERROR = 400;
    private static final int INTERNAL = 500;
    private static final Map<Integer, String> REASONS = Map.of(
            400,
            " Bad Request",
            404,
            " Not Found",
            409,
            " Conflict",
            410,
            " Gone",
            412,
            " Precondition Failed",
            422,
            " Unprocessable Entity",
            428,
            " Precondition Required",
            500,
            " Internal Server Error",
            503,
            " Service Unavailable");

    /** Before anything else is said about the exception; null leaves it to those who speak for the server's faults. */
    @Hook(value = Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION, order = -200)
    @Nullable
    BaseServerResponseException refuse(Throwable thrown) {
        return RefusalTranslator.translate(thrown).orElse(null);
    }

    /** In a batch each entry has its own answer, which HAPI words before we are asked. */
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    void reword(RequestDetails request, ResponseDetails response) {
        if (response.getResponseResource() instanceof Bundle bundle && bundle.getType() == BundleType.BATCHRESPONSE) {
            bundle.getEntry().forEach(entry -> reword(entry.getResponse(), request));
        }
    }

    private static void reword(BundleEntryResponseComponent response, RequestDetails request) {
        int status = status(response.getStatus());
        if (status < FIRST_ERROR || !(response.getOutcome() instanceof OperationOutcome outcome)) {
            return;
        }
        String words =
                Optional.ofNullable(outcome.getIssueFirstRep().getDiagnostics()).orElse("");
        if (status >= INTERNAL) {
            // What went wrong in here is in the log under the id of the request.
            answer(
                    response,
                    TimeRules.refusal(words)
                            .orElseGet(() -> RequestCode.INTERNAL.refusal("The server failed at this entry.", "")));
            return;
        }
        if (Outcomes.isOurs(outcome)) {
            return;
        }
        answer(response, Refusal.recall(request, words).orElseGet(() -> RefusalTranslator.translate(status, words)));
    }

    private static void answer(BundleEntryResponseComponent response, Refusal refusal) {
        response.setOutcome(Outcomes.of(refusal.issues()));
        response.setStatus(refusal.getStatusCode() + REASONS.getOrDefault(refusal.getStatusCode(), ""));
    }

    private static int status(@Nullable String line) {
        return line != null && line.matches("\\d{3}.*") ? Integer.parseInt(line.substring(0, 3)) : 0;
    }
}
