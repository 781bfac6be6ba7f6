package org.manypaths.search;

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
    CriterionInterceptor criterionInterceptor(ISearchParamRegistry parameters, RestfulServer server) {
        CriterionInterceptor interceptor = new CriterionInterceptor(parameters);
        server.registerInterceptor(interceptor);
        return interceptor;
    }
}
