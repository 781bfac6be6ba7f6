package org.manypaths.security;

import ca.uhn.fhir.context.FhirContext;
import jakarta.persistence.EntityManagerFactory;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.manypaths.address.PublicAddress;
import org.manypaths.security.AuthorizationServer.Parts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.configuration.ObjectPostProcessorConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The authorization server and the gate in front of the FHIR endpoint. */
@Configuration(proxyBeanMethods = false)
@Import(ObjectPostProcessorConfiguration.class)
class SecurityConfiguration {

    /** After id, headers, record and readiness; before anything reads the request. */
    private static final int GATE = Ordered.HIGHEST_PRECEDENCE + 5;

    private static final int TOKEN_ID_BYTES = 16;

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

    @Bean
    AuthorizationServer authorizationServer(
            ApplicationContext context,
            ObjectPostProcessor<Object> postProcessor,
            Clients clients,
            Endpoints endpoints,
            SigningKeys keys,
            KeyDocuments documents,
            JdbcTemplate database,
            PlatformTransactionManager transactions,
            Clock clock) {
        Grants grants =
                new Grants(database, new TransactionTemplate(transactions), new RegisteredClients(clients), clock);
        AssertionDecoder assertions =
                new AssertionDecoder(documents, new UsedAssertions(database, clock), clock, endpoints::token);
        TokenClaims claims = new TokenClaims(endpoints, keys, clients, randomIds());
        return new AuthorizationServer(
                context, postProcessor, new Parts(endpoints, clients, grants, keys, assertions, claims));
    }

    @Bean
    FilterRegistrationBean<AuthorizationFilter> authorizationFilter(AuthorizationServer server) {
        FilterRegistrationBean<AuthorizationFilter> filter = new FilterRegistrationBean<>(new AuthorizationFilter(
                Set.of(Endpoints.TOKEN, Endpoints.INTROSPECT, Endpoints.REVOKE, Endpoints.KEYS), server::build));
        filter.setOrder(GATE);
        filter.addUrlPatterns("/oauth2/*");
        return filter;
    }

    @Bean
    ServletRegistrationBean<DiscoveryProvider> smartConfiguration(Endpoints endpoints) {
        return document(
                "smart-configuration", new Discovery(endpoints)::smartConfiguration, "/fhir" + DiscoveryProvider.SMART);
    }

    @Bean
    ServletRegistrationBean<DiscoveryProvider> authorizationServerMetadata(Endpoints endpoints) {
        return document(
                "authorization-server",
                new Discovery(endpoints)::authorizationServer,
                "/.well-known/oauth-authorization-server");
    }

    private static ServletRegistrationBean<DiscoveryProvider> document(
            String name, Supplier<String> document, String path) {
        ServletRegistrationBean<DiscoveryProvider> servlet =
                new ServletRegistrationBean<>(new DiscoveryProvider(document), path);
        servlet.setName(name);
        return servlet;
    }

    private static Supplier<String> randomIds() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] bytes = new byte[TOKEN_ID_BYTES];
            random.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        };
    }
}
