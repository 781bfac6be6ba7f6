package org.manypaths.security;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.manypaths.security.AuthorizationServer.Parts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The authorization server of our own, which is there unless the operator named another issuer. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "manypaths.security.issuer", matchIfMissing = true, havingValue = "none")
class AuthorizationServerConfiguration {

    private static final int WORD_BYTES = 24;

    @Bean
    Launches launches(JdbcTemplate database, Clock clock, Clients clients) {
        return new Launches(database, clock, randomWords());
    }

    @Bean
    AuthorizationServer authorizationServer(
            ApplicationContext context,
            ObjectPostProcessor<Object> postProcessor,
            Clients clients,
            Users users,
            Launches launches,
            Endpoints endpoints,
            SigningKeys keys,
            ObjectProvider<ScopeCriteria> criteria,
            KeyDocuments documents,
            JdbcTemplate database,
            PlatformTransactionManager transactions,
            Clock clock) {
        // The search parameters are there later than these beans.
        ScopeGate gate = new ScopeGate(
                clients, (type, criterion) -> criteria.stream().allMatch(each -> each.areOffered(type, criterion)));
        return new AuthorizationServer(
                context,
                postProcessor,
                new Parts(
                        endpoints,
                        clients,
                        new Grants(
                                database, new TransactionTemplate(transactions), new RegisteredClients(clients), clock),
                        keys,
                        new AssertionDecoder(documents, new UsedAssertions(database, clock), clock, endpoints::token),
                        new TokenClaims(endpoints, keys, clients, new Launched(users, launches), randomWords()),
                        new RefreshTokens(clock, randomWords()),
                        gate,
                        new LaunchRules(gate, launches, users, endpoints)));
    }

    @Bean
    FilterRegistrationBean<AuthorizationFilter> authorizationFilter(
            AuthorizationServer server, Clients clients, Users users, Launches launches, ApplicationContext events) {
        AuthorizeGate gate = new AuthorizeGate(
                clients, users, launches, new AppRules(new RegisteredClients(clients)), new Pages(), events);
        Set<String> paths =
                Set.of(Endpoints.TOKEN, Endpoints.AUTHORIZE, Endpoints.INTROSPECT, Endpoints.REVOKE, Endpoints.KEYS);
        FilterRegistrationBean<AuthorizationFilter> filter =
                new FilterRegistrationBean<>(new AuthorizationFilter(paths, gate, server::build));
        filter.setOrder(SecurityConfiguration.GATE);
        filter.addUrlPatterns("/oauth2/*");
        return filter;
    }

    @Bean
    SignInProvider signInProvider(
            Clients clients,
            Users users,
            Launches launches,
            ObjectProvider<Persons> persons,
            ApplicationContext events) {
        return new SignInProvider(
                new Pages(),
                clients,
                users,
                launches,
                persons.getIfAvailable(() -> user -> List.of()),
                randomWords(),
                events);
    }

    @Bean
    LaunchProvider launchProvider(SessionOpening sessions, Clients clients, Launches launches, Endpoints endpoints) {
        return new LaunchProvider(sessions, clients, launches, endpoints);
    }

    @Bean
    ServletRegistrationBean<DiscoveryProvider> authorizationServerMetadata(Discovery discovery) {
        return SecurityConfiguration.document(
                "authorization-server", discovery::authorizationServer, "/.well-known/oauth-authorization-server");
    }

    @Bean
    ServletRegistrationBean<DiscoveryProvider> openidConfiguration(Discovery discovery) {
        return SecurityConfiguration.document(
                "openid-configuration", discovery::openid, "/.well-known/openid-configuration");
    }

    /** Words that nobody guesses: names of tokens, refresh tokens, launches. */
    private static Supplier<String> randomWords() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] bytes = new byte[WORD_BYTES];
            random.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        };
    }
}
