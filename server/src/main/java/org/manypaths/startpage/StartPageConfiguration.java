package org.manypaths.startpage;

import org.manypaths.address.PublicAddress;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The page at the root of the server. */
@Configuration(proxyBeanMethods = false)
class StartPageConfiguration {

    @Bean
    StartPageProvider startPageProvider(PublicAddress address, ObjectProvider<Sights> sights) {
        return new StartPageProvider(address, sights.getIfAvailable(() -> new PlainSights(address)));
    }
}
