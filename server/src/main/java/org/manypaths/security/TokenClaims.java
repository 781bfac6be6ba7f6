package org.manypaths.security;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Says in an access token what our resource side asks it for: for whom it is, who holds it, what it allows. */
final class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    /** An id token or an assertion never passes for an access token (RFC 9068). */
    static final String TYPE = "at+jwt";

    private final Endpoints endpoints;
    private final SigningKeys keys;
    private final Clients clients;
    private final Launched launched;
    private final Supplier<String> ids;

    TokenClaims(Endpoints endpoints, SigningKeys keys, Clients clients, Launched launched, Supplier<String> ids) {
        this.endpoints = endpoints;
        this.keys = keys;
        this.clients = clients;
        this.launched = launched;
        this.ids = ids;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        context.getJwsHeader().keyId(keys.current().getKeyID());
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            customizeAccessToken(context);
        } else if (context.getAuthorizedScopes().contains("fhirUser")) {
            context.getClaims()
                    .claim(
                            "fhirUser",
                            endpoints.fhir() + "/" + launched.user(context).fhirUser());
        }
    }

    private void customizeAccessToken(JwtEncodingContext context) {
        String client = context.getRegisteredClient().getClientId();
        context.getJwsHeader().type(TYPE);
        context.getClaims()
                .id(ids.get())
                .audience(List.of(endpoints.fhir()))
                .claim("client_id", client)
                .claim("scope", String.join(" ", context.getAuthorizedScopes()));
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            clients.find(client).map(Registration::patient).ifPresent(patient -> context.getClaims()
                    .claim("patient", patient));
        } else {
            launched.describe(context);
        }
    }
}
