package org.manypaths.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** What everybody may see of the FHIR endpoint without a token; nobody's records are there. */
final class OpenPaths {

    private static final List<String> OPEN =
            List.of("/fhir/metadata", "/fhir/.well-known/", "/fhir/api-docs", "/fhir/swagger-ui");

    private OpenPaths() {}

    static boolean contains(HttpServletRequest request) {
        String path = request.getRequestURI();
        return OPEN.stream().anyMatch(path::startsWith);
    }
}
