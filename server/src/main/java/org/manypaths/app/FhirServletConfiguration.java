package org.manypaths.app;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.jpa.provider.JpaSystemProvider;
import ca.uhn.fhir.jpa.provider.ValueSetOperationProvider;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import java.util.List;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.manypaths.address.PublicAddress;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The FHIR endpoint: HAPI's servlet with its providers, and the interceptors and providers of our capabilities. */
@Configuration(proxyBeanMethods = false)
class FhirServletConfiguration {

    @Bean
    RestfulServer restfulServer(
            FhirContext fhirContext,
            ResourceProviderFactory resourceProviders,
            JpaSystemProvider<Bundle, Meta> systemProvider,
            ValueSetOperationProvider valueSetOperations,
            DatabaseBackedPagingProvider paging,
            PublicAddress address) {
        RestfulServer server = new RestfulServer(fhirContext);
        server.setServerAddressStrategy((context, request) -> address.fhirBase());
        server.registerProviders(resourceProviders.createProviders().stream()
                .filter(provider -> !isOfTheTrail(provider))
                .toList());
        server.registerProviders(List.of(systemProvider, valueSetOperations));
        server.setPagingProvider(paging);
        server.setDefaultResponseEncoding(EncodingEnum.JSON);
        return server;
    }

    /** AuditEvents come from the trail and are never stored. */
    private static boolean isOfTheTrail(Object provider) {
        return provider instanceof IResourceProvider typed && typed.getResourceType() == AuditEvent.class;
    }

    @Bean
    JpaCapabilityStatementProvider capabilityStatementProvider(
            RestfulServer server,
            IFhirSystemDao<Bundle, Meta> systemDao,
            JpaStorageSettings settings,
            ISearchParamRegistry searchParams,
            IValidationSupport validationSupport) {
        JpaCapabilityStatementProvider provider =
                new JpaCapabilityStatementProvider(server, systemDao, settings, searchParams, validationSupport);
        provider.setIncludeResourceCounts(false);
        server.setServerConformanceProvider(provider);
        return provider;
    }

    @Bean
    ServletRegistrationBean<RestfulServer> fhirServlet(
            RestfulServer server, JpaCapabilityStatementProvider capabilityStatement) {
        ServletRegistrationBean<RestfulServer> registration = new ServletRegistrationBean<>(server, "/fhir/*");
        registration.setLoadOnStartup(1);
        return registration;
    }
}
