package org.manypaths.substanceprofile;

import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.util.EnumSet;
import java.util.List;
import org.manypaths.access.NamedQuery;
import org.manypaths.access.OperationGrant;
import org.manypaths.assessment.SubstanceClasses;
import org.manypaths.security.Role;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** One person, substance by substance. */
@Configuration(proxyBeanMethods = false)
class SubstanceProfileConfiguration {

    @Bean
    OperationGrant substanceProfileGrant() {
        return new OperationGrant("$substance-profile", EnumSet.allOf(Role.class), false)
                .reading("Observation", "Goal", "MedicationRequest", "MedicationStatement");
    }

    @Bean
    NamedQuery openNeeds() {
        return new NamedQuery("Observation", OpenNeedsProvider.NAME);
    }

    @Bean
    SmartInitializingSingleton substanceProfile(
            RestfulServer server, DaoRegistry daos, IValidationSupport definitions) {
        // Read at the first request: the guide is installed only after the beans are made.
        SingletonSupplier<SubstanceClasses> classes = SingletonSupplier.of(() -> SubstanceClasses.of(definitions));
        return () -> server.registerProviders(List.of(
                new SubstanceProfileProvider(new RecordCollector(daos), classes),
                new OpenNeedsProvider(new NeedsCollector(daos))));
    }
}
