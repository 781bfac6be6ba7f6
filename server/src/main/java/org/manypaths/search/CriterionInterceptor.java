package org.manypaths.search;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.util.UrlUtil;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.jspecify.annotations.Nullable;
import org.manypaths.refusal.Refusal;
import org.manypaths.refusal.RequestCode;

/**
 * Holds every criterion of a search, and of the condition of a write, to {@link CriterionRules}, before anybody narrows
 * it or carries it out: of a request, and of an entry of a Bundle.
 */
@Interceptor
public class CriterionInterceptor {

    /** Before those who narrow the searches in a Bundle. */
    private static final int EARLY = -1_100;

    private static final Set<HTTPVerb> READING = EnumSet.of(HTTPVerb.GET, HTTPVerb.HEAD);

    private static final Set<RestOperationTypeEnum> WRITING = EnumSet.of(
            RestOperationTypeEnum.CREATE,
            RestOperationTypeEnum.UPDATE,
            RestOperationTypeEnum.PATCH,
            RestOperationTypeEnum.DELETE);

    private final ISearchParamRegistry parameters;
    private final ValueSetCriteria valueSets;

    CriterionInterceptor(ISearchParamRegistry parameters, ValueSetCriteria valueSets) {
        this.parameters = parameters;
        this.valueSets = valueSets;
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public void beforeSearch(RequestDetails request) {
        RestOperationTypeEnum interaction = request.getRestOperationType();
        if (interaction == RestOperationTypeEnum.SEARCH_TYPE) {
            check(request.getResourceName(), request.getParameters());
        } else if (interaction != null && WRITING.contains(interaction)) {
            Optional.ofNullable(request.getConditionalUrl(interaction))
                    .ifPresent(condition -> checkCondition(String.valueOf(request.getResourceName()), condition));
        }
    }

    /** A transaction, or one entry of a batch. */
    @Hook(value = Pointcut.STORAGE_TRANSACTION_PROCESSING, order = EARLY)
    public void beforeTransaction(IBaseBundle bundle, @Nullable RequestDetails request) {
        if (request == null || !(bundle instanceof Bundle entries) || entries.getType() == BundleType.BATCH) {
            return;
        }
        try {
            entries.getEntry().stream()
                    .map(Bundle.BundleEntryComponent::getRequest)
                    .filter(entry -> entry.hasUrl() && !READING.contains(entry.getMethod()))
                    .forEach(this::checkConditions);
        } catch (Refusal refusal) {
            throw refusal.rememberedBy(request);
        }
        entries.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getRequest)
                .filter(entry -> READING.contains(entry.getMethod()) && entry.hasUrl())
                .map(entry -> entry.getUrl().replaceFirst("^/", ""))
                .filter(url -> url.matches("[A-Z][A-Za-z]+\\?.*"))
                .forEach(url -> check(url, request));
    }

    private void checkConditions(Bundle.BundleEntryRequestComponent entry) {
        String url = entry.getUrl().replaceFirst("^/", "");
        String type = url.replaceFirst("[/?].*$", "");
        if (!type.matches("[A-Z][A-Za-z]+")) {
            return;
        }
        if (entry.hasIfNoneExist()) {
            checkCondition(type, entry.getIfNoneExist());
        }
        if (url.contains("?")) {
            checkCondition(type, url);
        }
    }

    /** What a write is to find first is asked for like the criteria of a search. */
    private void checkCondition(String type, String condition) {
        check(type, UrlUtil.parseQueryString(condition.substring(condition.indexOf('?') + 1)));
    }

    private void check(String url, RequestDetails request) {
        int criteria = url.indexOf('?');
        try {
            check(url.substring(0, criteria), UrlUtil.parseQueryString(url.substring(criteria + 1)));
        } catch (Refusal refusal) {
            throw refusal.rememberedBy(request);
        }
    }

    private void check(@Nullable String type, Map<String, String[]> asked) {
        if (type != null && asked.containsKey("_type")) {
            throw RequestCode.INVALID_PARAMETER.refusal(
                    "_type is for a search over several types; this one is over " + type + ".",
                    "Leave it out, and ask for each type under its own address.");
        }
        asked.forEach((name, values) -> {
            List<Criterion> criteria = Criterion.of(parameters, type, name);
            refuse(CriterionRules.refusal(name, criteria));
            for (String value : values) {
                criteria.forEach(criterion -> {
                    refuse(CriterionRules.refusal(name, criterion, value));
                    refuse(valueSets.refusal(name, criterion, value));
                });
            }
        });
    }

    private static void refuse(Optional<Refusal> refusal) {
        refusal.ifPresent(thrown -> {
            throw thrown;
        });
    }
}
