package org.manypaths.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What this server says of its way to tokens; each word in it works, and nothing works that is not in it. */
final class Discovery {

    static final List<String> CAPABILITIES = List.of(
            "launch-ehr",
            "launch-standalone",
            "authorize-post",
            "client-public",
            "client-confidential-asymmetric",
            "sso-openid-connect",
            "context-ehr-patient",
            "context-standalone-patient",
            "permission-offline",
            "permission-online",
            "permission-patient",
            "permission-user",
            "permission-v1",
            "permission-v2");

    private static final List<String> SCOPES = List.of(
            "openid",
            "fhirUser",
            "launch",
            "launch/patient",
            "offline_access",
            "online_access",
            "patient/*.cruds",
            "user/*.cruds",
            "system/*.cruds");

    private static final List<String> SHOWN_BY_KEY = List.of("private_key_jwt");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Endpoints endpoints;
    private final SecuritySettings settings;

    Discovery(Endpoints endpoints, SecuritySettings settings) {
        this.endpoints = endpoints;
        this.settings = settings;
    }

    /** SMART App Launch 2.2, section Conformance. */
    String smartConfiguration() {
        if (settings.issuer() != null) {
            return json(external());
        }
        Map<String, Object> document = oauth();
        document.put("capabilities", CAPABILITIES);
        return json(document);
    }

    /** What we know of somebody else's server; what it can do, its own documents say. */
    private Map<String, Object> external() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", String.valueOf(settings.issuer()));
        document.put("jwks_uri", String.valueOf(settings.jwks()));
        document.put("token_endpoint", String.valueOf(settings.tokenEndpoint()));
        document.put("grant_types_supported", List.of("client_credentials"));
        document.put("code_challenge_methods_supported", List.of("S256"));
        document.put("capabilities", List.of("permission-v1", "permission-v2"));
        return document;
    }

    /** RFC 8414. */
    String authorizationServer() {
        return json(oauth());
    }

    /** OpenID Connect Discovery 1.0. */
    String openid() {
        Map<String, Object> document = oauth();
        document.put("subject_types_supported", List.of("public"));
        document.put("id_token_signing_alg_values_supported", List.of(SigningKeys.ALGORITHM.getName()));
        document.put("claims_supported", List.of("iss", "sub", "aud", "exp", "iat", "fhirUser"));
        return json(document);
    }

    private Map<String, Object> oauth() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", endpoints.issuer());
        document.put("jwks_uri", endpoints.at(Endpoints.KEYS));
        document.put("authorization_endpoint", endpoints.at(Endpoints.AUTHORIZE));
        document.put("token_endpoint", endpoints.token());
        document.put("token_endpoint_auth_methods_supported", List.of("private_key_jwt", "none"));
        document.put("token_endpoint_auth_signing_alg_values_supported", algorithms());
        document.put("introspection_endpoint", endpoints.at(Endpoints.INTROSPECT));
        document.put("introspection_endpoint_auth_methods_supported", SHOWN_BY_KEY);
        document.put("introspection_endpoint_auth_signing_alg_values_supported", algorithms());
        document.put("revocation_endpoint", endpoints.at(Endpoints.REVOKE));
        document.put("revocation_endpoint_auth_methods_supported", SHOWN_BY_KEY);
        document.put("revocation_endpoint_auth_signing_alg_values_supported", algorithms());
        document.put("grant_types_supported", List.of("client_credentials", "authorization_code", "refresh_token"));
        document.put("scopes_supported", SCOPES);
        document.put("response_types_supported", List.of("code"));
        document.put("code_challenge_methods_supported", List.of("S256"));
        return document;
    }

    private static List<String> algorithms() {
        return AssertionRules.ALGORITHMS.stream().sorted().toList();
    }

    private static String json(Map<String, Object> document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A document of texts and lists can be written", e);
        }
    }
}
