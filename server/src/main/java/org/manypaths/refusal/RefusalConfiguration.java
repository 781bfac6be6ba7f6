package org.manypaths.refusal;

import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.interceptor.SearchPreferHandlingInterceptor;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the FHIR endpoint says no. */
@Configuration(proxyBeanMethods = false)
class RefusalConfiguration {

    @Bean
    SmartInitializingSingleton refusals(RestfulServer server, ISearchParamRegistry searchParams) {
        return () -> {
            server.registerInterceptor(new RefusalInterceptor());
            // Strict unless the client prefers handling=lenient: an unknown parameter would widen what is found.
            server.registerInterceptor(new SearchPreferHandlingInterceptor(searchParams));
        };
    }
}
