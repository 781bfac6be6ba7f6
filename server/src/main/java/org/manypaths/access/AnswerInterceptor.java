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
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.UnsignedIntType;
import org.jspecify.annotations.Nullable;
import org.manypaths.refusal.RequestCode;
import org.manypaths.security.Session;
import org.manypaths.security.Sessions;

/** The last that every answer passes before the trail: hidden records go, marks go, labels and the notice come. */
@Interceptor
public class AnswerInterceptor {

    private final AccessDecider decider;
    private final AnswerAccess answers;
    private final SearchAccess searches;

    AnswerInterceptor(AccessDecider decider, AnswerAccess answers, SearchAccess searches) {
        this.searches = searches;
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
        if (answer instanceof Bundle bundle && CountedRecords.hasReachedOthers(servlet.getServletRequest())) {
            settleTotals(bundle, shown, request, sight);
        }
        shown.addAll(CountedRecords.all(servlet.getServletRequest()));
        if (answer instanceof Bundle bundle) {
            Links.restore(bundle, request);
            OwnWords.clean(bundle);
        }
        if (!sight.isUnlimited()) {
            accompany(answer, shown, request, servlet.getServletResponse(), sight);
        }
    }

    /** A total that tells of more than is shown tells of it with the notice, and with an entry in the trail, or not at all. */
    private void settleTotals(Bundle answer, List<AnswerAccess.Shown> shown, RequestDetails request, Sight sight) {
        Set<String> people =
                shown.stream().flatMap(each -> each.marks().person().stream()).collect(Collectors.toSet());
        if (request.getRestOperationType() == RestOperationTypeEnum.SEARCH_TYPE) {
            if (tellsOfMore(answer, request.getParameters()) && !searches.noteTotal(request, sight, people)) {
                answer.setTotalElement(null);
            }
            return;
        }
        answer.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(Bundle.class::isInstance)
                .map(Bundle.class::cast)
                .filter(page -> page.hasEntry() && tellsOfMore(page, Map.of()))
                .forEach(page -> page.setTotalElement(null));
    }

    /** A count without any record was noted before it was made. */
    private static boolean tellsOfMore(Bundle page, Map<String, String[]> asked) {
        return page.getTotal() > matches(page) && !CountedRecords.isCount(asked);
    }

    private static int matches(Bundle page) {
        return (int) page.getEntry().stream()
                .filter(entry -> entry.getSearch().getMode() != SearchEntryMode.INCLUDE)
                .filter(entry -> entry.getSearch().getMode() != SearchEntryMode.OUTCOME)
                .count();
    }

    /** Of what was decided record by record, nobody has counted more than what is shown; null where that is not all. */
    private static @Nullable UnsignedIntType total(Bundle page, RequestDetails request) {
        boolean whole = request.getRestOperationType() == RestOperationTypeEnum.SEARCH_TYPE
                && page.getLink(Bundle.LINK_NEXT) == null
                && !CountedRecords.isCount(request.getParameters());
        return whole ? new UnsignedIntType(matches(page)) : null;
    }

    private static void accompany(
            IBaseResource answer,
            List<AnswerAccess.Shown> shown,
            RequestDetails request,
            HttpServletResponse http,
            Sight sight) {
        if (request.getUserData().containsKey(RequestAccess.FILTERED) && answer instanceof Bundle bundle) {
            bundle.setTotalElement(total(bundle, request));
        }
        List<String> consents = Notice.consents(shown);
        List<String> scopes = consents.stream().map(sight::scope).toList();
        Notice.head(http, consents, scopes);
        if (!consents.isEmpty()) {
            Notice.page(answer).ifPresent(page -> Notice.accompany(page, scopes));
        }
    }
}
