package org.manypaths.limits;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.manypaths.refusal.Issue;
import org.manypaths.refusal.Refusal;
import org.manypaths.refusal.RequestCode;

/** Looks at what is asked before it is done, in a request of its own and in the entries of a batch alike. */
@Interceptor
class LimitsInterceptor {

    private static final int BAD_REQUEST = 400;
    private static final Set<RestOperationTypeEnum> SEARCHES =
            EnumSet.of(RestOperationTypeEnum.SEARCH_TYPE, RestOperationTypeEnum.SEARCH_SYSTEM);

    private static final Set<RequestTypeEnum> READING = EnumSet.of(RequestTypeEnum.GET, RequestTypeEnum.HEAD);

    private static final Set<RequestTypeEnum> WRITING =
            EnumSet.of(RequestTypeEnum.POST, RequestTypeEnum.PUT, RequestTypeEnum.PATCH);

    /** Set by Tomcat, which goes on without the parameters that it could not read. */
    private static final String UNREADABLE_FORM = "org.apache.catalina.parameter_parse_failed";

    private static final Set<HTTPVerb> READS = EnumSet.of(HTTPVerb.GET, HTTPVerb.HEAD);

    private final SearchRules searches;

    LimitsInterceptor(SearchRules searches) {
        this.searches = searches;
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLER_SELECTED)
    void beforeRouting(ServletRequestDetails request) {
        Optional<String> operation = Optional.ofNullable(request.getOperation());
        Optional<String> unknown = Arrays.stream(parameters(request).getOrDefault("_format", new String[0]))
                .filter(format -> !MediaTypes.isOffered(format, operation))
                .findFirst();
        boolean acceptable = MediaTypes.isAcceptable(Optional.ofNullable(request.getHeader("Accept")), operation);
        if (unknown.isEmpty() && (acceptable || parameters(request).containsKey("_format"))) {
            checkContentType(request);
            checkForms(request);
            checkMethod(request);
            return;
        }
        // The refusal itself would be written in it, or in a format of HAPI's that we do not offer.
        request.removeParameter("_format");
        if (!acceptable) {
            request.addParameter("_format", new String[] {"json"});
        }
        throw unknown.map(format -> RequestCode.FORMAT.refusal(
                        "This server cannot answer in the format " + format + ".", "Ask for json or xml."))
                .orElseGet(() -> RequestCode.FORMAT.refusal(
                        "The header Accept names no format that this server has.",
                        "Accept application/fhir+json or application/fhir+xml."));
    }

    /** A form asks; what writes brings FHIR. Curl says that a body is a form unless it is told what it is. */
    private static void checkContentType(ServletRequestDetails request) {
        String operation = Optional.ofNullable(request.getOperation()).orElse("");
        boolean asks = request.getRequestType() == RequestTypeEnum.POST
                && (operation.equals("_search") || operation.startsWith("$"))
                && parameters(request).keySet().stream().noneMatch(LimitsInterceptor::isBody);
        if (WRITING.contains(request.getRequestType())
                && !asks
                && MediaTypes.isForm(
                        Optional.ofNullable(request.getHeader("Content-Type")).orElse(""))) {
            throw RequestCode.CONTENT_TYPE.refusal(
                    "The body is said to be a form.",
                    "Send FHIR, and Content-Type: application/fhir+json or application/fhir+xml.");
        }
    }

    /** No parameter begins like JSON or XML: that is a body, taken for a name. */
    private static boolean isBody(String name) {
        return name.stripLeading().matches("(?s)[\\[{<].*");
    }

    /** HAPI shows a history to whoever asks to delete it, and so lets it be thought gone. */
    private static void checkMethod(ServletRequestDetails request) {
        if ("_history".equals(request.getOperation()) && !READING.contains(request.getRequestType())) {
            throw RequestCode.METHOD.refusal("A history is read, and nothing else.", "Send a GET.");
        }
    }

    /** HAPI reads the values before it asks anybody else, and fails at those that it cannot read. */
    private void checkForms(ServletRequestDetails request) {
        if (request.getServletRequest().getAttribute(UNREADABLE_FORM) != null) {
            throw RequestCode.INVALID_PARAMETER.refusal(
                    "The form in the body cannot be read.",
                    "Write parameters as name=value, joined by &, with a percent sign as %25.");
        }
        List<Issue> issues = searches.checkForms(parameters(request));
        if (!issues.isEmpty()) {
            throw new Refusal(BAD_REQUEST, issues);
        }
        if ("$subsumes".equals(request.getOperation()) && request.getRequestType() == RequestTypeEnum.GET) {
            OperationRules.subsumes(parameters(request)).ifPresent(refusal -> {
                throw refusal;
            });
        }
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    void beforeHandling(RequestDetails request) {
        charge(request);
        List<Issue> issues = new ArrayList<>(
                SEARCHES.contains(request.getRestOperationType()) && !isLenient(request)
                        ? searches.checkSearch(asked(request))
                        : searches.check(asked(request)));
        Conditions.of(request).forEach(condition -> issues.addAll(searches.check(condition)));
        if (!issues.isEmpty()) {
            throw new Refusal(BAD_REQUEST, issues);
        }
    }

    /** Every entry that reads is one request of the client's share; the request that carries them was counted. */
    private static void charge(RequestDetails request) {
        if (request.getRestOperationType() == RestOperationTypeEnum.TRANSACTION
                && request instanceof ServletRequestDetails servlet
                && request.getResource() instanceof Bundle bundle) {
            long reading = bundle.getEntry().stream()
                    .filter(entry -> READS.contains(entry.getRequest().getMethod()))
                    .count();
            FairUseFilter.charge(servlet.getServletRequest(), reading - 1);
        }
    }

    private static boolean isLenient(RequestDetails request) {
        return Optional.ofNullable(request.getHeader("Prefer")).orElse("").contains("handling=lenient");
    }

    private static Map<String, String[]> asked(RequestDetails request) {
        Map<String, String[]> asked = new LinkedHashMap<>();
        parameters(request)
                .forEach((name, values) -> asked.put(
                        name,
                        Arrays.stream(values)
                                .filter(value -> !OwnCriteria.contains(request, value))
                                .toArray(String[]::new)));
        return asked;
    }

    private static Map<String, String[]> parameters(RequestDetails request) {
        return Optional.ofNullable(request.getParameters()).orElse(Map.of());
    }
}
