package org.manypaths.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.Filter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.JwtClientAssertionAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.web.authentication.PublicClientAuthenticationConverter;
import org.springframework.security.web.FilterChainProxy;

/** Spring Authorization Server, put together with our clients, keys and rules. */
final class AuthorizationServer {

    private final ApplicationContext context;
    private final ObjectPostProcessor<Object> postProcessor;
    private final Parts parts;

    AuthorizationServer(ApplicationContext context, ObjectPostProcessor<Object> postProcessor, Parts parts) {
        this.context = context;
        this.postProcessor = postProcessor;
        this.parts = parts;
    }

    /** What it is put together from. */
    record Parts(
            Endpoints endpoints,
            Clients clients,
            Grants grants,
            SigningKeys keys,
            AssertionDecoder assertions,
            TokenClaims claims,
            RefreshTokens refreshTokens,
            ScopeGate gate,
            LaunchRules launchRules) {}

    /** To be called once the server listens, for the issuer is its public address. */
    Filter build() {
        HttpSecurity http = new HttpSecurity(
                postProcessor,
                new AuthenticationManagerBuilder(postProcessor),
                new HashMap<>(Map.of(ApplicationContext.class, context)));
        JWKSource<SecurityContext> keys = (selector, unused) ->
                selector.select(new JWKSet(List.<JWK>copyOf(parts.keys().all())));
        http.setSharedObject(JWKSource.class, keys);
        try {
            http.exceptionHandling(handling -> handling.authenticationEntryPoint(new OAuthErrors(context)));
            http.securityContext(held -> {});
            http.anonymous(nobody -> {});
            http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
            http.with(OAuth2AuthorizationServerConfigurer.authorizationServer(), server -> configure(server, keys));
            return new FilterChainProxy(http.build());
        } catch (Exception e) {
            throw new IllegalStateException("The authorization server cannot be put together", e);
        }
    }

    private void configure(OAuth2AuthorizationServerConfigurer server, JWKSource<SecurityContext> keys) {
        OAuthErrors errors = new OAuthErrors(context);
        server.registeredClientRepository(new RegisteredClients(parts.clients()))
                .authorizationService(parts.grants())
                .authorizationServerSettings(settings())
                .tokenGenerator(tokens(keys))
                .clientAuthentication(clients -> clients.authenticationConverters(converters -> {
                            converters.clear();
                            converters.add(new AssertionConverter());
                            converters.add(new PublicClientAuthenticationConverter());
                        })
                        .authenticationProviders(this::adapt)
                        .errorResponseHandler(new WrongVerifiers(parts.grants(), errors)))
                .tokenEndpoint(endpoint -> endpoint.authenticationProviders(this::adapt)
                        .accessTokenResponseHandler(new TokenAnswers(context))
                        .errorResponseHandler(errors))
                .authorizationConsentService(new NothingRemembered())
                .authorizationEndpoint(
                        endpoint -> endpoint.consentPage(Endpoints.APPROVE).authenticationProviders(this::adapt))
                .tokenIntrospectionEndpoint(endpoint -> endpoint.errorResponseHandler(errors))
                .tokenRevocationEndpoint(endpoint -> endpoint.errorResponseHandler(errors));
    }

    private AuthorizationServerSettings settings() {
        return AuthorizationServerSettings.builder()
                .issuer(parts.endpoints().issuer())
                .tokenEndpoint(Endpoints.TOKEN)
                .authorizationEndpoint(Endpoints.AUTHORIZE)
                .tokenIntrospectionEndpoint(Endpoints.INTROSPECT)
                .tokenRevocationEndpoint(Endpoints.REVOKE)
                .jwkSetEndpoint(Endpoints.KEYS)
                .build();
    }

    private OAuth2TokenGenerator<?> tokens(JWKSource<SecurityContext> keys) {
        JwtGenerator tokens = new JwtGenerator(new NimbusJwtEncoder(keys));
        tokens.setJwtCustomizer(parts.claims());
        return new DelegatingOAuth2TokenGenerator(tokens, parts.refreshTokens());
    }

    /** Puts our checks where Spring has its own. */
    private void adapt(List<AuthenticationProvider> providers) {
        ScopeGate gate = parts.gate();
        providers.forEach(provider -> {
            if (provider instanceof JwtClientAssertionAuthenticationProvider assertions) {
                assertions.setJwtDecoderFactory(client -> compact -> decode(compact, client));
            } else if (provider instanceof OAuth2ClientCredentialsAuthenticationProvider credentials) {
                credentials.setAuthenticationValidator(request -> {
                    OAuth2ClientCredentialsAuthenticationToken asked = request.getAuthentication();
                    gate.checkClient(request.getRegisteredClient().getClientId(), asked.getScopes());
                });
            } else if (provider instanceof OAuth2AuthorizationCodeRequestAuthenticationProvider requests) {
                requests.setAuthenticationValidator(
                        OAuth2AuthorizationCodeRequestAuthenticationValidator.DEFAULT_REDIRECT_URI_VALIDATOR.andThen(
                                parts.launchRules()));
                requests.setAuthorizationConsentRequired(request -> true);
            }
        });
    }

    private Jwt decode(String compact, RegisteredClient client) {
        return parts.clients()
                .find(client.getClientId())
                .map(registration -> parts.assertions().decode(compact, registration))
                .orElseThrow(() -> new AssertionException("There is no such client."));
    }
}
