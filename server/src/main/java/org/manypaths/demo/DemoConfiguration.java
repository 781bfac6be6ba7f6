package org.manypaths.demo;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.openapi.OpenApiInterceptor;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.manypaths.address.PublicAddress;
import org.manypaths.security.Clients;
import org.manypaths.security.OpenPaths;
import org.manypaths.security.Users;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** What the demo has and a server in earnest has not: invented people, an interactive API page, words on the screen. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoConfiguration {

    @Bean
    Narrator narrator() {
        return new Narrator(
                System.out,
                () -> Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()));
    }

    @Bean
    DemoStories demoStories(FhirContext fhirContext) {
        return new DemoStories(fhirContext);
    }

    @Bean
    DemoSights demoSights(DemoStories stories, PublicAddress address, TokenCommandLine tokens) {
        return new DemoSights(stories, address, tokens);
    }

    @Bean
    TokenCommandLine tokenCommandLine(Environment environment) {
        return new TokenCommandLine(environment);
    }

    /** The API page holds no record; what it tries out needs a token like everything else. */
    @Bean
    OpenPaths demoPages() {
        return new OpenPaths(List.of("/fhir/swagger-ui/", "/fhir/api-docs"));
    }

    /** Runs after the guide is installed, so that the people are held to it, and before the server says it is ready. */
    @Bean
    @Order(1)
    ApplicationRunner loadDemoPeople(
            DemoStories stories, DaoRegistry daos, IFhirSystemDao<Bundle, Meta> system, Narrator narrator) {
        DemoPeople people = new DemoPeople(stories, daos, system, narrator);
        return arguments -> people.load();
    }

    /** After the people: their partners are organisations that bear names and identifiers. */
    @Bean
    @Order(2)
    ApplicationRunner registerDemoClients(Clients clients, DaoRegistry daos, DemoUsers users, Environment environment) {
        DemoClients registered = new DemoClients(clients, daos, data(environment));
        return arguments -> {
            registered.register();
            users.register();
        };
    }

    @Bean
    DemoUsers demoUsers(Users users, DemoStories stories, Environment environment) {
        return new DemoUsers(users, stories, data(environment));
    }

    private static Path data(Environment environment) {
        return Path.of(environment.getProperty("manypaths.data", "data"));
    }

    @Bean
    SmartInitializingSingleton apiPage(RestfulServer server) {
        return () -> server.registerInterceptor(new OpenApiInterceptor());
    }

    @Bean
    ApplicationListener<ServletWebServerInitializedEvent> narrateGuide(Narrator narrator) {
        return event -> {
            if (event.getApplicationContext().getParent() == null) {
                narrator.say("checking the guide, its value sets and the demo people");
            }
        };
    }

    @Bean
    Invitation invitation(PublicAddress address, DemoSights sights, TokenCommandLine tokens, Narrator narrator) {
        return new Invitation(address, sights, tokens, narrator);
    }
}
