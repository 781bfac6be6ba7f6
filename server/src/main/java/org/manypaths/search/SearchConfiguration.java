package org.manypaths.search;

import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What makes searches mean what FHIR says. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

    @Bean
    PartialDateInterceptor partialDateInterceptor(ISearchParamRegistry parameters, RestfulServer server) {
        PartialDateInterceptor interceptor = new PartialDateInterceptor(parameters);
        server.registerInterceptor(interceptor);
        return interceptor;
    }

    @Bean
    CriterionInterceptor criterionInterceptor(
            ISearchParamRegistry parameters,
            IValidationSupport definitions,
            JpaStorageSettings settings,
            RestfulServer server) {
        CriterionInterceptor interceptor = new CriterionInterceptor(
                parameters, new ValueSetCriteria(definitions, settings.getMaximumExpansionSize()));
        server.registerInterceptor(interceptor);
        return interceptor;
    }
}
