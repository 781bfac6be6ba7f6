package org.manypaths.address;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The one answer to where this server is. */
@Configuration(proxyBeanMethods = false)
class AddressConfiguration {

    @Bean
    PublicAddress publicAddress(AddressSettings settings, Environment environment) {
        return new PublicAddress(settings, environment);
    }
}
