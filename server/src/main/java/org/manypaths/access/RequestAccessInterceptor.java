package org.manypaths.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.IPreResourceAccessDetails;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletSubRequestDetails;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.manypaths.refusal.RequestCode;
import org.manypaths.security.Session;
import org.manypaths.security.Sessions;

/** Shows every request to those who judge it: as it comes in, and what of a transaction is one by itself. */
@Interceptor
public class RequestAccessInterceptor {

    /** After the body is read, and before the parameters are. */
    private static final int LATE = 1000;

    private final AccessDecider decider;
    private final RequestAccess requests;
    private final SearchAccess searches;
    private final TransactionAccess transactions;
    private final ScopeMatch scopes;

    RequestAccessInterceptor(
            AccessDecider decider,
            RequestAccess requests,
            SearchAccess searches,
            TransactionAccess transactions,
            ScopeMatch scopes) {
        this.decider = decider;
        this.requests = requests;
        this.searches = searches;
        this.transactions = transactions;
        this.scopes = scopes;
    }

    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED, order = LATE)
    public void incoming(RequestDetails request) {
        RestOperationTypeEnum interaction = request.getRestOperationType();
        if (interaction == null || interaction == RestOperationTypeEnum.METADATA) {
            return;
        }
        Session session = session(request);
        if (interaction == RestOperationTypeEnum.SEARCH_TYPE && !ScopeReach.isFreeOperator(session)) {
            searches.narrow(request, decider.sight(RequestAccess.servletRequest(request), session));
            if (session.isOperator()) {
                OperatorAccess.keepToPerson(request, session);
            }
        }
        requests.judge(request, interaction, session);
    }

    /** What a transaction reads by id, and its operations, come here and nowhere else. */
    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED, order = LATE)
    public void beforeHandling(RequestDetails request) {
        RestOperationTypeEnum interaction = request.getRestOperationType();
        if (request instanceof ServletSubRequestDetails
                && interaction != null
                && interaction != RestOperationTypeEnum.METADATA) {
            requests.judge(request, interaction, session(request));
        }
    }

    @Hook(value = Pointcut.STORAGE_TRANSACTION_PROCESSING, order = -LATE)
    public void beforeTransaction(IBaseBundle bundle, @Nullable RequestDetails request) {
        if (request == null || !(bundle instanceof Bundle entries)) {
            return;
        }
        TransactionAccess.remember(entries, request);
        sight(entries, request).ifPresent(sight -> {
            if (sight.isUnlimited()) {
                requests.judgeOperator(entries, sight, request);
            }
            transactions.judge(entries, sight, RequestAccess.servletRequest(request));
        });
    }

    @Hook(value = Pointcut.STORAGE_TRANSACTION_PROCESSING, order = LATE)
    public void afterValidation(IBaseBundle bundle, @Nullable RequestDetails request) {
        if (request == null || !(bundle instanceof Bundle entries)) {
            return;
        }
        sight(entries, request).ifPresent(sight -> {
            transactions.narrowConditions(entries, sight);
            if (!sight.isUnlimited()) {
                transactions.requireOwn(entries, sight);
            }
        });
    }

    /**
     * What an operation gathers in the name of its caller: it gets what the caller may see and the token reaches, and no
     * more. One that refuses a token which does not reach all of it has to see all of it for that.
     *
     * <p>A narrowed search finds nothing else to begin with, and is not looked through here.
     */
    @Hook(Pointcut.STORAGE_PREACCESS_RESOURCES)
    public void gathered(IPreResourceAccessDetails details, @Nullable RequestDetails request) {
        if (request == null || !isGathering(request)) {
            return;
        }
        Optional<Session> session = Sessions.of(request);
        if (session.isEmpty()) {
            return;
        }
        Sight sight = decider.sight(RequestAccess.servletRequest(request), session.get());
        for (int i = 0; i < details.size(); i++) {
            if (!(details.getResource(i) instanceof Resource record) || !isShown(sight, record, request)) {
                details.setDontReturnResourceAtIndex(i);
            } else if (AnswerAccess.isOperation(request)) {
                Gathered.add(request, sight, record);
            }
        }
    }

    private static boolean isGathering(RequestDetails request) {
        RestOperationTypeEnum interaction = request.getRestOperationType();
        return request.getUserData().containsKey(RequestAccess.FILTERED)
                || (interaction != null && interaction.name().startsWith("EXTENDED_OPERATION"))
                || interaction == RestOperationTypeEnum.HISTORY_INSTANCE
                || (interaction == RestOperationTypeEnum.SEARCH_TYPE && !SearchAccess.isNarrowed(request));
    }

    private boolean isShown(Sight sight, Resource record, RequestDetails request) {
        if (AccessTypes.GUARDED_ELSEWHERE.contains(record.fhirType())) {
            return true;
        }
        Marks marks = Marks.of(record);
        boolean reached = request.getUserData().containsKey(RequestAccess.WHOLE)
                || scopes.allowsReading(sight, record, marks, request);
        return reached
                && sight.decide(record.fhirType(), marks, Moments.of(record)).isPermit();
    }

    /** A transaction that the server makes by itself has no caller; a batch is judged when its entries come. */
    private Optional<Sight> sight(Bundle bundle, RequestDetails request) {
        return bundle.getType() == BundleType.BATCH
                ? Optional.empty()
                : Sessions.of(request).map(session -> decider.sight(RequestAccess.servletRequest(request), session));
    }

    private static Session session(RequestDetails request) {
        return Sessions.of(request)
                .orElseThrow(() -> RequestCode.UNAUTHORIZED.refusal(
                        "The request has no valid token.", "Send one in the header Authorization."));
    }
}
