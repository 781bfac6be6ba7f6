package org.manypaths.assessment;

import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.config.HibernatePropertiesProvider;
import jakarta.persistence.EntityManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** What keeps the stages of change true. */
@Configuration(proxyBeanMethods = false)
class AssessmentConfiguration {

    @Bean
    StandingInterceptor standingInterceptor(
            DaoRegistry daos,
            EntityManager entityManager,
            HibernatePropertiesProvider database,
            IValidationSupport definitions,
            IInterceptorService interceptors) {
        // Read when the first stage arrives: the guide is installed only after the beans are made.
        SingletonSupplier<StageReader> reader =
                SingletonSupplier.of(() -> new StageReader(SubstanceClasses.of(definitions)));
        StandingInterceptor interceptor = new StandingInterceptor(
                new StandingKeeper(new StageStore(daos), new PersonLock(entityManager, database.getDialect()), reader));
        interceptors.registerInterceptor(interceptor);
        return interceptor;
    }
}
