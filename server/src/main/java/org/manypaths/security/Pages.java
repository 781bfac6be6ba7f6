package org.manypaths.security;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Renders the pages of sign-in; nobody may frame them, and nothing on them runs. */
final class Pages {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    void show(HttpServletResponse response, String page, Map<String, Object> values, Optional<Registration> app)
            throws IOException {
        byte[] body = Templates.ENGINE
                .process(page, new Context(Locale.ENGLISH, values))
                .getBytes(StandardCharsets.UTF_8);
        response.setHeader(
                "Content-Security-Policy", POLICY + app.map(Pages::targets).orElse(""));
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Where a form may lead in the end: browsers hold the way back to the app against the policy too. */
    private static String targets(Registration app) {
        return app.redirectUris().stream()
                .map(URI::create)
                .map(uri ->
                        uri.getHost() == null ? uri.getScheme() + ":" : uri.getScheme() + "://" + uri.getAuthority())
                .distinct()
                .collect(Collectors.joining(" ", " ", ""));
    }

    /** Made when somebody first signs in. */
    private static final class Templates {

        static final TemplateEngine ENGINE = engine();

        private static TemplateEngine engine() {
            ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(Pages.class.getClassLoader());
            resolver.setPrefix("templates/security/");
            resolver.setSuffix(".html");
            resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
            TemplateEngine engine = new TemplateEngine();
            engine.setTemplateResolver(resolver);
            return engine;
        }
    }
}
