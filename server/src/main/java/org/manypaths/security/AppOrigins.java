package org.manypaths.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;

/**
 * Which pages a browser lets read the answers of this server: those of registered apps, by the origins of their redirect
 * addresses (SMART App Launch 2.2, requirement 17). A token is needed all the same, and no cookie is ever taken.
 */
final class AppOrigins implements CorsConfigurationSource {

    private static final Duration PREFLIGHT_HOLDS = Duration.ofMinutes(10);
    private static final Set<String> SAID_TO_ALL = Set.of("/fhir/metadata", "/fhir" + DiscoveryProvider.SMART);
    private static final List<String> ASKED = List.of(
            "Accept",
            "Authorization",
            "Content-Type",
            "If-Match",
            "If-None-Exist",
            "If-None-Match",
            "Prefer",
            "Purpose-Of-Use",
            "X-Request-ID");
    private static final List<String> TOLD = List.of(
            "Consent-Scope",
            "Content-Location",
            "ETag",
            "Last-Modified",
            "Location",
            "Record-Completeness",
            "Redisclosure-Notice",
            "Rests-On-Consent",
            "Retry-After",
            "WWW-Authenticate",
            "X-Request-ID");

    private final Clients clients;

    AppOrigins(Clients clients) {
        this.clients = clients;
    }

    /** Null, and so no word of permission, for whoever is no registered app and asks for more than the server says to all. */
    @Override
    public @Nullable CorsConfiguration getCorsConfiguration(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return null;
        }
        if (SAID_TO_ALL.contains(request.getRequestURI())) {
            return allowed("*", List.of("GET"));
        }
        return isRegistered(origin) ? allowed(origin, List.of("GET", "POST", "PUT", "PATCH", "DELETE")) : null;
    }

    private static CorsConfiguration allowed(String origin, List<String> methods) {
        CorsConfiguration allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(List.of(origin));
        allowed.setAllowedMethods(methods);
        allowed.setAllowedHeaders(ASKED);
        allowed.setExposedHeaders(TOLD);
        allowed.setMaxAge(PREFLIGHT_HOLDS);
        return allowed;
    }

    private boolean isRegistered(String origin) {
        return clients.all().stream()
                .flatMap(client -> client.redirectUris().stream())
                .anyMatch(address -> origin.equals(originOf(URI.create(address))));
    }

    /** RFC 6454, 6.2: scheme, host and the port where it is not the usual one. */
    private static String originOf(URI address) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + address.getHost() + port;
    }
}
