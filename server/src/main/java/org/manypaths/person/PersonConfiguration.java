package org.manypaths.person;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.time.Clock;
import java.util.EnumSet;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.manypaths.access.OperationGrant;
import org.manypaths.security.Role;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a person may do with what is said of them. */
@Configuration(proxyBeanMethods = false)
class PersonConfiguration {

    @Bean
    OperationGrant amendGrant() {
        return new OperationGrant("$amend", EnumSet.of(Role.PERSON, Role.CLIENT, Role.USER), false)
                .changing(OperationGrant.ITSELF);
    }

    @Bean
    SmartInitializingSingleton amendments(
            RestfulServer server, DaoRegistry daos, IFhirSystemDao<Bundle, Meta> system, Clock clock) {
        return () -> server.registerProvider(new AmendmentProvider(new AmendmentDesk(daos, system, clock)));
    }
}
