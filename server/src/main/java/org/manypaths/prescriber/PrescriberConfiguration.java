package org.manypaths.prescriber;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.manypaths.access.OperationGrant;
import org.manypaths.access.ReferenceCheck;
import org.manypaths.address.PublicAddress;
import org.manypaths.security.Role;
import org.manypaths.staff.Staff;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The prescriber's door. */
@Configuration(proxyBeanMethods = false)
class PrescriberConfiguration {

    private static final Set<Role> CARE = EnumSet.of(Role.CLIENT, Role.USER);

    @Bean
    OperationGrant prescriberViewGrant() {
        return new OperationGrant("$prescriber-view", EnumSet.allOf(Role.class), false)
                .reading(
                        "MedicationRequest",
                        "MedicationAdministration",
                        "MedicationDispense",
                        "Observation",
                        "AllergyIntolerance",
                        "Goal");
    }

    @Bean
    OperationGrant proposeMedicineGrant() {
        return new OperationGrant("$propose-medicine", CARE, false);
    }

    @Bean
    OperationGrant decideProposalGrant() {
        return new OperationGrant("$decide-proposal", CARE, false).changing("Task", "MedicationRequest", "CarePlan");
    }

    @Bean
    PrescriberProvider prescriberProvider(
            DaoRegistry daos,
            IFhirSystemDao<Bundle, Meta> system,
            ReferenceCheck references,
            PublicAddress address,
            Staff staff,
            Clock clock) {
        return new PrescriberProvider(
                new MedicineCollector(daos, clock), new ProposalDesk(daos, system, references, address, staff, clock));
    }

    @Bean
    SmartInitializingSingleton prescriber(RestfulServer server, PrescriberProvider provider) {
        return () -> server.registerProvider(provider);
    }
}
