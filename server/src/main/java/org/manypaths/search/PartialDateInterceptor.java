package org.manypaths.search;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.RestSearchParameterTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
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

    private boolean isDate(@Nullable String type, String name) {
        return name.equals(Constants.PARAM_LASTUPDATED)
                || Criterion.of(parameters, type, name).stream()
                        .anyMatch(
                                criterion -> criterion.parameter().getParamType() == RestSearchParameterTypeEnum.DATE);
    }
}
