package org.manypaths.conformance;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import ca.uhn.fhir.jpa.term.api.ITermDeferredStorageSvc;
import ca.uhn.fhir.jpa.term.api.ITermReadSvc;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.function.SingletonSupplier;

/** What makes the server conform: the guide it installs and the rules it holds writes to. */
@Configuration(proxyBeanMethods = false)
class ConformanceConfiguration {

    @Bean
    GuideInstaller guideInstaller(
            FhirContext fhirContext,
            DaoRegistry daos,
            IHapiTransactionService transactions,
            EntityManager entityManager) {
        return new GuideInstaller(fhirContext, daos, transactions, entityManager);
    }

    @Bean
    GuideInstallation guideInstallation(
            GuideInstaller installer,
            ISearchParamRegistry searchParams,
            ITermDeferredStorageSvc deferredTerminology,
            ITermReadSvc terminology,
            IValidationSupport validationSupport) {
        return new GuideInstallation(installer, searchParams, deferredTerminology, terminology, validationSupport);
    }

    /** Runs before the server says that it is ready: Spring Boot accepts traffic only after all runners. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ApplicationRunner installGuide(GuideInstallation installation) {
        return arguments -> installation.run();
    }

    @Bean
    SmartInitializingSingleton statement(RestfulServer server, FhirContext fhirContext, IInterceptorService storage) {
        SingletonSupplier<List<CapabilityStatement>> requirements =
                SingletonSupplier.of(() -> GuidePackage.fromClassPath().requirements(fhirContext));
        return () -> {
            server.setServerName("Many Paths");
            server.setServerVersion(GuidePackage.fromClassPath().version());
            server.setImplementationDescription("Integrative addiction treatment plans over FHIR R4");
            server.registerInterceptor(new StatementInterceptor(server, requirements));
            server.registerInterceptor(new ParameterInterceptor(
                    fhirContext, SingletonSupplier.of(() -> OperationParameters.of(server, fhirContext))));
            storage.registerInterceptor(new GuideInterceptor());
        };
    }
}
