package org.manypaths.security;

import java.security.Principal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.manypaths.security.GrantRecord.AskedFor;
import org.manypaths.security.GrantRecord.Kind;
import org.manypaths.security.GrantRecord.TokenRecord;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization.Token;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/** Between what Spring holds in memory and what stands in the database. */
final class GrantMapper {

    private static final String HASHED = "sha256:";
    private static final String REQUEST = OAuth2AuthorizationRequest.class.getName();
    private static final Map<Kind, Class<? extends OAuth2Token>> TYPES = Map.of(
            Kind.CODE, OAuth2AuthorizationCode.class,
            Kind.ACCESS, OAuth2AccessToken.class,
            Kind.REFRESH, OAuth2RefreshToken.class,
            Kind.IDENTITY, OidcIdToken.class);

    private GrantMapper() {}

    static GrantRecord record(OAuth2Authorization grant) {
        String state = grant.getAttribute(OAuth2ParameterNames.STATE);
        OAuth2AuthorizationRequest request = grant.getAttribute(REQUEST);
        List<TokenRecord> tokens = Arrays.stream(Kind.values())
                .flatMap(kind -> token(grant, kind).stream())
                .toList();
        return new GrantRecord(
                grant.getId(),
                grant.getRegisteredClientId(),
                grant.getPrincipalName(),
                grant.getAuthorizationGrantType().getValue(),
                grant.getAuthorizedScopes(),
                state == null ? null : hash(state),
                request == null ? null : askedFor(request),
                tokens);
    }

    /** The hash under which a token is found; one that was only known by its hash keeps it. */
    static String hash(String value) {
        return value.startsWith(HASHED) ? value.substring(HASHED.length()) : Hashes.sha256(value);
    }

    private static Optional<TokenRecord> token(OAuth2Authorization grant, Kind kind) {
        Token<? extends OAuth2Token> held = grant.getToken(TYPES.get(kind));
        return Optional.ofNullable(held)
                .map(token -> new TokenRecord(
                        kind,
                        hash(token.getToken().getTokenValue()),
                        seconds(token.getToken().getIssuedAt()),
                        seconds(token.getToken().getExpiresAt()),
                        token.isInvalidated(),
                        plain(token.getClaims())));
    }

    private static AskedFor askedFor(OAuth2AuthorizationRequest request) {
        return new AskedFor(
                request.getAuthorizationUri(),
                String.valueOf(request.getRedirectUri()),
                request.getScopes(),
                request.getState(),
                request.getAdditionalParameters());
    }

    private static Map<String, Object> plain(@Nullable Map<String, Object> claims) {
        Map<String, Object> plain = new LinkedHashMap<>();
        if (claims != null) {
            claims.forEach((name, value) -> plain.put(name, plain(value)));
        }
        return plain;
    }

    private static Object plain(Object value) {
        if (value instanceof Instant moment) {
            return Map.of("seconds", moment.getEpochSecond());
        }
        return value instanceof String || value instanceof Number || value instanceof Boolean || value instanceof List
                ? value
                : value instanceof Collection<?> several ? new ArrayList<>(several) : value.toString();
    }

    /** @param presented the token by which the grant was found, the only one whose value is known again */
    static OAuth2Authorization grant(GrantRecord record, RegisteredClient client, @Nullable String presented) {
        OAuth2Authorization.Builder grant = OAuth2Authorization.withRegisteredClient(client)
                .id(record.id())
                .principalName(record.principal())
                .authorizationGrantType(new AuthorizationGrantType(record.type()))
                .authorizedScopes(record.scopes());
        if (record.state() != null) {
            grant.attribute(OAuth2ParameterNames.STATE, value(record.state(), presented));
        }
        if (record.request() != null) {
            grant.attribute(REQUEST, request(record.request(), client.getClientId()));
            grant.attribute(
                    Principal.class.getName(),
                    UsernamePasswordAuthenticationToken.authenticated(record.principal(), null, List.of()));
        }
        record.tokens().forEach(token -> addToken(grant, token, record.scopes(), presented));
        return grant.build();
    }

    private static void addToken(
            OAuth2Authorization.Builder grant, TokenRecord token, Set<String> scopes, @Nullable String presented) {
        Map<String, Object> claims = revived(token.claims());
        grant.token(token(token, claims, scopes, value(token.hash(), presented)), metadata -> {
            metadata.put(Token.INVALIDATED_METADATA_NAME, token.invalidated());
            if (!claims.isEmpty()) {
                metadata.put(Token.CLAIMS_METADATA_NAME, claims);
            }
        });
    }

    private static OAuth2Token token(TokenRecord token, Map<String, Object> claims, Set<String> scopes, String value) {
        Instant issued = moment(token.issued());
        Instant expires = moment(token.expires());
        return switch (token.kind()) {
            case CODE -> new OAuth2AuthorizationCode(value, issued, expires);
            case ACCESS -> new OAuth2AccessToken(TokenType.BEARER, value, issued, expires, scopes);
            case REFRESH -> new OAuth2RefreshToken(value, issued, expires);
            case IDENTITY -> new OidcIdToken(value, issued, expires, claims);
        };
    }

    private static OAuth2AuthorizationRequest request(AskedFor asked, String client) {
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(asked.uri())
                .clientId(client)
                .redirectUri(asked.redirectUri())
                .scopes(asked.scopes())
                .state(asked.state())
                .additionalParameters(asked.parameters())
                .build();
    }

    private static Map<String, Object> revived(Map<String, Object> claims) {
        Map<String, Object> revived = new LinkedHashMap<>();
        claims.forEach((name, value) -> revived.put(name, revived(name, value)));
        return revived;
    }

    private static Object revived(String name, Object value) {
        if (value instanceof Map<?, ?> map && map.get("seconds") instanceof Number seconds) {
            return Instant.ofEpochSecond(seconds.longValue());
        }
        return name.equals("scope") && value instanceof String text ? List.of(text.split(" ", -1)) : value;
    }

    private static String value(String hash, @Nullable String presented) {
        return presented != null && hash(presented).equals(hash) ? presented : HASHED + hash;
    }

    private static @Nullable Long seconds(@Nullable Instant moment) {
        return moment == null ? null : moment.getEpochSecond();
    }

    private static @Nullable Instant moment(@Nullable Long seconds) {
        return seconds == null ? null : Instant.ofEpochSecond(seconds);
    }
}
