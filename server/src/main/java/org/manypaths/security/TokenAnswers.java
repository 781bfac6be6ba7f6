package org.manypaths.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AccessTokenResponseAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Hands a token out, after whoever keeps the trail was told. */
final class TokenAnswers implements AuthenticationSuccessHandler {

    private final ApplicationEventPublisher events;
    private final OAuth2AccessTokenResponseAuthenticationSuccessHandler answers =
            new OAuth2AccessTokenResponseAuthenticationSuccessHandler();

    TokenAnswers(ApplicationEventPublisher events) {
        this.events = events;
        answers.setAccessTokenResponseCustomizer(TokenAnswers::addLaunch);
    }

    /** Whose record the app was opened with. */
    private static void addLaunch(OAuth2AccessTokenAuthenticationContext context) {
        OAuth2AccessTokenAuthenticationToken given = context.getAuthentication();
        Map<String, Object> parameters = new LinkedHashMap<>(given.getAdditionalParameters());
        read(given).text("patient").ifPresent(patient -> {
            parameters.put("patient", patient);
            parameters.put("need_patient_banner", true);
        });
        context.getAccessTokenResponse().additionalParameters(parameters);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException, ServletException {
        if (authentication instanceof OAuth2AccessTokenAuthenticationToken given) {
            events.publishEvent(new SecurityEvent.TokenGiven(
                    given.getRegisteredClient().getClientId(),
                    read(given).text("fhirUser"),
                    read(given).text("jti").orElseThrow(),
                    String.join(" ", given.getAccessToken().getScopes())));
        }
        answers.onAuthenticationSuccess(request, response, authentication);
    }

    /** Ours, just made: it can be read. */
    private static SignedToken read(OAuth2AccessTokenAuthenticationToken given) {
        return SignedToken.of(given.getAccessToken().getTokenValue());
    }
}
