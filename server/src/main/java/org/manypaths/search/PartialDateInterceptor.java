package org.manypaths.search;

import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.RestSearchParameterTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry.SearchParamLookupContextEnum;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Completes partial dates in what a sender searches for, before HAPI reads it.
 *
 * <p>HAPI takes {@code ge2026} for "from the last day of 2026" and silently leaves out eleven months.
 */
@Interceptor
public class PartialDateInterceptor {

    private static final String REVERSE_CHAIN = Constants.PARAM_HAS + ":";

    private final ISearchParamRegistry parameters;

    PartialDateInterceptor(ISearchParamRegistry parameters) {
        this.parameters = parameters;
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
    public void beforeSearch(RequestDetails request) {
        Map<String, String[]> completed = new LinkedHashMap<>();
        request.getParameters().forEach((name, values) -> {
            String[] changed =
                    Arrays.stream(values).map(PartialDateRules::complete).toArray(String[]::new);
            if (!Arrays.equals(values, changed) && isDate(request.getResourceName(), name)) {
                completed.put(name, changed);
            }
        });
        if (!completed.isEmpty()) {
            Map<String, String[]> all = new LinkedHashMap<>(request.getParameters());
            all.putAll(completed);
            request.setParameters(all);
        }
    }

    /** Follows {@code _has:Type:reference:name} and {@code reference.name} to the parameter at their end. */
    private boolean isDate(@Nullable String type, String name) {
        if (name.equals(Constants.PARAM_LASTUPDATED)) {
            return true;
        }
        if (type == null) {
            return false;
        }
        if (name.startsWith(REVERSE_CHAIN)) {
            String[] parts = name.split(":", 4);
            return parts.length == 4 && isDate(parts[1], parts[3]);
        }
        int dot = name.indexOf('.');
        return dot > 0
                ? leadsToDate(type, name.substring(0, dot), name.substring(dot + 1))
                : isOfType(parameter(type, name), RestSearchParameterTypeEnum.DATE);
    }

    private boolean leadsToDate(String type, String reference, String rest) {
        int colon = reference.indexOf(':');
        if (colon > 0) {
            return isDate(reference.substring(colon + 1), rest);
        }
        RuntimeSearchParam link = parameter(type, reference);
        return link != null && link.getTargets().stream().anyMatch(target -> isDate(target, rest));
    }

    private @Nullable RuntimeSearchParam parameter(String type, String name) {
        return parameters.getActiveSearchParam(type, name, SearchParamLookupContextEnum.SEARCH);
    }

    private static boolean isOfType(@Nullable RuntimeSearchParam parameter, RestSearchParameterTypeEnum type) {
        return parameter != null && parameter.getParamType() == type;
    }
}
