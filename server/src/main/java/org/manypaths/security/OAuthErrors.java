package org.manypaths.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Says in the form of RFC 6749 why there is no token, with the reason that whoever writes the client needs. */
public final class OAuthErrors implements AuthenticationFailureHandler, AuthenticationEntryPoint {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ApplicationEventPublisher events;

    OAuthErrors(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        OAuth2Error error = failure instanceof OAuth2AuthenticationException known
                ? known.getError()
                : new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT);
        String reason = failure.getCause() instanceof AssertionException cause
                ? String.valueOf(cause.getMessage())
                : OAuthWords.of(error);
        refuse(request, response, error.getErrorCode(), reason);
    }

    /** Who shows nothing by which a client is known here, such as a password, comes to no endpoint at all. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (request.getRequestURI().equals(Endpoints.AUTHORIZE)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        refuse(request, response, OAuth2ErrorCodes.INVALID_CLIENT, OAuthWords.NO_CLIENT);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, String error, String reason)
            throws IOException {
        events.publishEvent(new SecurityEvent.TokenRefused(
                Optional.ofNullable(request.getParameter("client_id")), error + " " + reason));
        write(response, status(error), error, reason);
    }

    private static int status(String error) {
        return OAuth2ErrorCodes.INVALID_CLIENT.equals(error)
                ? HttpServletResponse.SC_UNAUTHORIZED
                : HttpServletResponse.SC_BAD_REQUEST;
    }

    /** Writes an error of RFC 6749, 5.2. */
    public static void write(HttpServletResponse response, int status, String error, String description)
            throws IOException {
        Map<String, String> document = new LinkedHashMap<>();
        document.put("error", error);
        if (!description.isEmpty()) {
            document.put("error_description", description);
        }
        byte[] body = JSON.writeValueAsString(document).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
