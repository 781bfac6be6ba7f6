package org.manypaths.guide;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The guide over HTTP: pages for people, and the same definitions as JSON or XML for programs that ask for it. */
@RestController
class GuideProvider {

    /** Pages bring one stylesheet and nothing else: no script, no font, no picture, nothing from elsewhere. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final CacheControl WHILE_UNCHANGED =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();
    private static final int LONGEST_QUESTION = 200;

    private final GuidePages pages;

    GuideProvider(GuidePages pages) {
        this.pages = pages;
    }

    /** Links on the start page are relative to the folder, so its address ends with a slash. */
    @GetMapping("/guide")
    ResponseEntity<Void> folder() {
        return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                .location(URI.create("guide/"))
                .build();
    }

    @GetMapping("/guide/search")
    ResponseEntity<byte[]> search(
            @RequestParam(name = "q", defaultValue = "") String question, HttpServletResponse response) {
        Page page = pages.search(question.substring(0, Math.min(question.length(), LONGEST_QUESTION)));
        return answer(ResponseEntity.ok(), page, CacheControl.noStore(), response);
    }

    @GetMapping("/guide/{*path}")
    ResponseEntity<byte[]> page(
            @PathVariable String path,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept,
            HttpServletResponse response) {
        String name = path.substring(1);
        return forProgram(name, accept)
                .or(() -> pages.at(name))
                .map(page -> answer(
                        ResponseEntity.ok().eTag(page.etag()).varyBy(HttpHeaders.ACCEPT),
                        page,
                        WHILE_UNCHANGED,
                        response))
                .orElseGet(() -> answer(
                        ResponseEntity.status(HttpStatus.NOT_FOUND),
                        pages.missing(name),
                        CacheControl.noStore(),
                        response));
    }

    /** A canonical URL leads programs to the definition itself. */
    private Optional<Page> forProgram(String name, String accept) {
        if (name.isEmpty() || accept.contains("html") || accept.contains("*/*")) {
            return Optional.empty();
        }
        if (accept.contains("json")) {
            return pages.at(name + ".json");
        }
        return accept.contains("xml") ? pages.at(name + ".xml") : Optional.empty();
    }

    /** Sets headers on the response itself, in place of the server's own; an entity's would stand beside them. */
    private static ResponseEntity<byte[]> answer(
            BodyBuilder builder, Page page, CacheControl caching, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", CONTENT_POLICY);
        response.setHeader(HttpHeaders.CACHE_CONTROL, caching.getHeaderValue());
        return builder.contentType(MediaType.parseMediaType(page.mediaType())).body(page.content());
    }
}
