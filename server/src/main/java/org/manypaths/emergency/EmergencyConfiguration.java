package org.manypaths.emergency;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.time.Clock;
import java.util.EnumSet;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.manypaths.access.Emergencies;
import org.manypaths.access.Explainer;
import org.manypaths.access.OperationGrant;
import org.manypaths.security.Role;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Access in a medical emergency. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EmergencySettings.class)
class EmergencyConfiguration {

    @Bean
    OperationGrant emergencyGrant() {
        return new OperationGrant("$emergency-access", EnumSet.of(Role.CLIENT, Role.USER), true).reading("Patient");
    }

    @Bean
    SmartInitializingSingleton emergency(
            RestfulServer server,
            DaoRegistry daos,
            IFhirSystemDao<Bundle, Meta> system,
            Explainer explainer,
            Emergencies emergencies,
            Clock clock,
            EmergencySettings settings) {
        EmergencyDesk desk = new EmergencyDesk(daos, system, explainer, emergencies, clock, settings.length());
        return () -> server.registerProvider(new EmergencyProvider(desk));
    }
}
