package org.manypaths.access;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleEntryResponseComponent;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.jspecify.annotations.Nullable;
import org.manypaths.refusal.Outcomes;
import org.manypaths.refusal.Refusal;
import org.manypaths.refusal.RequestCode;
import org.manypaths.security.Session;
import org.manypaths.security.Sessions;

/** Keeps from whoever may not delete a record what refers to it, where they may not see that. */
@Interceptor
public class ReferrerInterceptor {

    /** Before the words of the storage become ours. */
    private static final int EARLY = -300;

    private static final Pattern WORDS = Pattern.compile(
            "HAPI-0515: Unable to delete (?<what>\\S+) because .* was resource (?<by>\\S+) in path", Pattern.DOTALL);

    private final AccessDecider decider;
    private final RecordGuard guard;
    private final ScopeMatch scopes;

    ReferrerInterceptor(AccessDecider decider, RecordGuard guard, ScopeMatch scopes) {
        this.decider = decider;
        this.guard = guard;
        this.scopes = scopes;
    }

    @Hook(value = Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION, order = EARLY)
    @Nullable
    public BaseServerResponseException refused(Throwable thrown, @Nullable RequestDetails request) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .flatMap(cause -> Stream.ofNullable(cause.getMessage()))
                .flatMap(words -> withoutReferrer(words, request).stream())
                .findFirst()
                .orElse(null);
    }

    /** In the answer to a batch a refusal stands as the storage worded it. */
    @Hook(value = Pointcut.SERVER_OUTGOING_RESPONSE, order = EARLY)
    public void answered(RequestDetails request, ResponseDetails response) {
        if (response.getResponseResource() instanceof Bundle bundle) {
            bundle.getEntry().stream()
                    .filter(BundleEntryComponent::hasResponse)
                    .forEach(entry -> reword(entry.getResponse(), request));
        }
    }

    private void reword(BundleEntryResponseComponent entry, RequestDetails request) {
        if (entry.getOutcome() instanceof OperationOutcome outcome) {
            String words = String.valueOf(outcome.getIssueFirstRep().getDiagnostics());
            withoutReferrer(words, request).ifPresent(refusal -> entry.setOutcome(Outcomes.of(refusal.issues())));
        }
    }

    /** Empty where the words are about something else, or name what the caller may see. */
    private Optional<Refusal> withoutReferrer(String words, @Nullable RequestDetails request) {
        Matcher found = WORDS.matcher(words);
        if (request == null || !found.find()) {
            return Optional.empty();
        }
        Optional<Session> session = Sessions.of(request);
        if (session.filter(caller -> isSeen(new IdType(found.group("by")), caller, request))
                .isPresent()) {
            return Optional.empty();
        }
        return Optional.of(RequestCode.STILL_REFERENCED.refusal(
                found.group("what") + " cannot be deleted. Other records refer to it.",
                "Delete those of yours that do first or in the same transaction; those of others keep it."));
    }

    private boolean isSeen(IdType referrer, Session session, RequestDetails request) {
        Sight sight = decider.sight(RequestAccess.servletRequest(request), session);
        return guard.shown(sight, referrer.getResourceType(), Set.of(referrer.getIdPart()))
                .anyMatch(record -> scopes.allowsReading(sight, record, Marks.of(record), request));
    }
}
