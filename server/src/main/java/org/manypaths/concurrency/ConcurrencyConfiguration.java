package org.manypaths.concurrency;

import ca.uhn.fhir.rest.server.RestfulServer;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The guard of versions. */
@Configuration(proxyBeanMethods = false)
class ConcurrencyConfiguration {

    @Bean
    SmartInitializingSingleton versionGuard(RestfulServer server) {
        return () -> server.registerInterceptor(new VersionGuardInterceptor());
    }
}
