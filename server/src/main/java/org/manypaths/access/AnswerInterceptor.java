package org.manypaths.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.manypaths.refusal.RequestCode;
import org.manypaths.security.Session;
import org.manypaths.security.Sessions;

/** The last that every answer passes before the trail: hidden records go, marks go, labels and the notice come. */
@Interceptor
public class AnswerInterceptor {

    private final AccessDecider decider;
    private final AnswerAccess answers;

    AnswerInterceptor(AccessDecider decider, AnswerAccess answers) {
        this.decider = decider;
        this.answers = answers;
    }

    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void outgoing(RequestDetails request, ResponseDetails response) {
        IBaseResource answer = response.getResponseResource();
        if (answer instanceof OperationOutcome outcome) {
            OwnWords.clean(outcome);
        }
        if (answer == null
                || answer instanceof OperationOutcome
                || request.getRestOperationType() == RestOperationTypeEnum.METADATA
                || !(request instanceof ServletRequestDetails servlet)) {
            return;
        }
        Session session = Sessions.of(request)
                .orElseThrow(() -> RequestCode.UNAUTHORIZED.refusal(
                        "The request has no valid token.", "Send one in the header Authorization."));
        Sight sight = decider.sight(servlet.getServletRequest(), session);
        List<AnswerAccess.Shown> shown = new ArrayList<>(answers.reveal(answer, request, sight));
        shown.addAll(Gathered.all(request));
        if (answer instanceof Bundle bundle) {
            Links.restore(bundle, request);
            OwnWords.clean(bundle);
        }
        if (!sight.isUnlimited()) {
            accompany(answer, shown, request, servlet.getServletResponse(), sight);
        }
    }

    private static void accompany(
            IBaseResource answer,
            List<AnswerAccess.Shown> shown,
            RequestDetails request,
            HttpServletResponse http,
            Sight sight) {
        if (request.getUserData().containsKey(RequestAccess.FILTERED) && answer instanceof Bundle bundle) {
            bundle.setTotalElement(null);
        }
        List<String> consents = Notice.consents(shown);
        List<String> scopes = consents.stream().map(sight::scope).toList();
        Notice.head(http, consents, scopes);
        if (!consents.isEmpty()) {
            Notice.page(answer).ifPresent(page -> Notice.accompany(page, scopes));
        }
    }
}
