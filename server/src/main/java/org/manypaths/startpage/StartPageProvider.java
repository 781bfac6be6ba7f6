package org.manypaths.startpage;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.manypaths.address.PublicAddress;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Says in a browser what this server is and what to try; needs no script and nothing from elsewhere. */
@RestController
class StartPageProvider {

    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final PublicAddress address;
    private final Sights sights;

    StartPageProvider(PublicAddress address, Sights sights) {
        this.address = address;
        this.sights = sights;
    }

    @GetMapping("/")
    ResponseEntity<String> page(HttpServletResponse response) {
        // In place of the policy that every answer has; a second header beside it could only forbid more.
        response.setHeader("Content-Security-Policy", POLICY);
        Map<String, Object> words =
                Map.of("base", address.fhirBase(), "commands", sights.commands(), "people", sights.people());
        return ResponseEntity.ok()
                .contentType(HTML)
                .body(Templates.ENGINE.process("start", new Context(Locale.ENGLISH, words)));
    }

    /** Made when somebody first looks: most servers are asked by programs alone. */
    private static final class Templates {

        static final TemplateEngine ENGINE = engine();

        private static TemplateEngine engine() {
            ClassLoaderTemplateResolver resolver =
                    new ClassLoaderTemplateResolver(StartPageProvider.class.getClassLoader());
            resolver.setPrefix("startpage/");
            resolver.setSuffix(".html");
            resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
            TemplateEngine engine = new TemplateEngine();
            engine.setTemplateResolver(resolver);
            return engine;
        }
    }
}
