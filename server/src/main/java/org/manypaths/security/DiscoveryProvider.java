package org.manypaths.security;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** One document of discovery: always JSON whatever the reader would accept, and for pages of any origin to read. */
final class DiscoveryProvider extends HttpServlet {

    /** Below the FHIR base. */
    static final String SMART = "/.well-known/smart-configuration";

    private static final long serialVersionUID = 1L;

    private final transient Supplier<String> document;

    DiscoveryProvider(Supplier<String> document) {
        this.document = document;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = document.get().getBytes(StandardCharsets.UTF_8);
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
