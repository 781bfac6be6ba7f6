package org.manypaths.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Takes an authorization code back that came without the secret that belongs to it: it may be in the wrong hands, and
 * nobody gets to guess (RFC 7636, 4.6).
 */
final class WrongVerifiers implements AuthenticationFailureHandler {

    private final Grants grants;
    private final AuthenticationFailureHandler told;

    WrongVerifiers(Grants grants, AuthenticationFailureHandler told) {
        this.grants = grants;
        this.told = told;
    }

    /** While a client shows who it is, a grant is invalid by its verifier alone. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        if (failure instanceof OAuth2AuthenticationException known
                && OAuth2ErrorCodes.INVALID_GRANT.equals(known.getError().getErrorCode())) {
            Optional.ofNullable(request.getParameter("code"))
                    .map(code -> grants.findByToken(code, new OAuth2TokenType("code")))
                    .ifPresent(grants::remove);
        }
        told.onAuthenticationFailure(request, response, failure);
    }
}
