package org.manypaths.staff;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who signs for an organisation, for all that let something be signed. */
@Configuration(proxyBeanMethods = false)
class StaffConfiguration {

    @Bean
    Staff staff(DaoRegistry daos) {
        return new Staff(daos);
    }
}
