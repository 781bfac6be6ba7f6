package org.manypaths.security;

import ca.uhn.fhir.context.FhirContext;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.manypaths.address.PublicAddress;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.config.annotation.configuration.ObjectPostProcessorConfiguration;
import org.springframework.web.filter.CorsFilter;

/** The authorization server and the gate in front of the FHIR endpoint. */
@Configuration(proxyBeanMethods = false)
@Import(ObjectPostProcessorConfiguration.class)
class SecurityConfiguration {

    /** After id, headers, record, readiness and trail; before anything reads the request. */
    static final int GATE = Ordered.HIGHEST_PRECEDENCE + 6;

    /** @param records its schema comes first: by then the database is known to be one that may be trusted */
    @Bean
    Clients clients(JdbcTemplate database, EntityManagerFactory records, SecuritySettings settings) {
        SecuritySchema.create(database);
        Clients clients = new Clients(database);
        clients.replaceAll(
                settings.clients().stream().map(ClientEntry::toRegistration).toList(), Clients.Source.CONFIGURATION);
        return clients;
    }

    @Bean
    Users users(JdbcTemplate database, Clients clients) {
        return new Users(database);
    }

    @Bean
    Discovery discovery(Endpoints endpoints, SecuritySettings settings) {
        return new Discovery(endpoints, settings);
    }

    @Bean
    Endpoints endpoints(PublicAddress address) {
        return new Endpoints(address);
    }

    @Bean
    KeyDocuments keyDocuments(Clock clock) {
        return new KeyDocuments(clock);
    }

    /** @param clients makes the tables */
    @Bean
    SigningKeys signingKeys(JdbcTemplate database, Clock clock, Clients clients) {
        return new SigningKeys(database, clock);
    }

    @Bean
    SessionOpening sessionOpening(
            SecuritySettings settings,
            Clients clients,
            Endpoints endpoints,
            SigningKeys keys,
            KeyDocuments documents,
            Clock clock) {
        AccessTokens.Issuer issuer =
                settings.issuer() == null ? Issuers.own(endpoints, keys) : Issuers.external(settings, documents);
        return new SessionOpening(new AccessTokens(issuer, endpoints::fhir, clock), clients);
    }

    @Bean
    FilterRegistrationBean<TokenFilter> tokenFilter(
            SessionOpening sessions, ObjectProvider<OpenPaths> open, FhirContext fhirContext) {
        FilterRegistrationBean<TokenFilter> filter = new FilterRegistrationBean<>(
                new TokenFilter(sessions, open.getIfAvailable(() -> new OpenPaths(List.of())), fhirContext));
        filter.setOrder(GATE);
        filter.addUrlPatterns("/fhir/*");
        return filter;
    }

    /** Before the gate: the question of a browser whether it may ask has no token. */
    @Bean
    FilterRegistrationBean<CorsFilter> appOriginsFilter(Clients clients) {
        FilterRegistrationBean<CorsFilter> filter =
                new FilterRegistrationBean<>(new CorsFilter(new AppOrigins(clients)));
        filter.setOrder(GATE - 1);
        filter.addUrlPatterns("/fhir/*", Endpoints.TOKEN, Endpoints.INTROSPECT, Endpoints.REVOKE);
        return filter;
    }

    @Bean
    ServletRegistrationBean<DiscoveryProvider> smartConfiguration(Discovery discovery) {
        return document("smart-configuration", discovery::smartConfiguration, "/fhir" + DiscoveryProvider.SMART);
    }

    static ServletRegistrationBean<DiscoveryProvider> document(String name, Supplier<String> document, String path) {
        ServletRegistrationBean<DiscoveryProvider> servlet =
                new ServletRegistrationBean<>(new DiscoveryProvider(document), path);
        servlet.setName(name);
        return servlet;
    }
}
