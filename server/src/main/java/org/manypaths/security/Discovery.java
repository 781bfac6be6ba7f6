package org.manypaths.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What this server says of its way to tokens; each word in it works, and nothing works that is not in it. */
final class Discovery {

    static final List<String> CAPABILITIES =
            List.of("client-confidential-asymmetric", "permission-v1", "permission-v2");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Endpoints endpoints;

    Discovery(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    /** SMART App Launch 2.2, section Conformance. */
    String smartConfiguration() {
        Map<String, Object> document = oauth();
        document.put("capabilities", CAPABILITIES);
        return json(document);
    }

    /** RFC 8414. */
    String authorizationServer() {
        return json(oauth());
    }

    private Map<String, Object> oauth() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", endpoints.issuer());
        document.put("jwks_uri", endpoints.at(Endpoints.KEYS));
        document.put("token_endpoint", endpoints.token());
        document.put("token_endpoint_auth_methods_supported", List.of("private_key_jwt"));
        document.put("token_endpoint_auth_signing_alg_values_supported", algorithms());
        document.put("introspection_endpoint", endpoints.at(Endpoints.INTROSPECT));
        document.put("introspection_endpoint_auth_methods_supported", List.of("private_key_jwt"));
        document.put("introspection_endpoint_auth_signing_alg_values_supported", algorithms());
        document.put("revocation_endpoint", endpoints.at(Endpoints.REVOKE));
        document.put("revocation_endpoint_auth_methods_supported", List.of("private_key_jwt"));
        document.put("revocation_endpoint_auth_signing_alg_values_supported", algorithms());
        document.put("grant_types_supported", List.of("client_credentials"));
        document.put("scopes_supported", List.of("system/*.cruds", "system/*.rs"));
        document.put("response_types_supported", List.of());
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
