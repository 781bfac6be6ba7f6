package org.manypaths.limits;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The formats in which the server takes and gives resources. */
final class MediaTypes {

    private static final Set<String> JSON =
            Set.of("application/fhir+json", "application/json", "application/json+fhir");
    private static final Set<String> XML =
            Set.of("application/fhir+xml", "application/xml", "text/xml", "application/xml+fhir");
    private static final Set<String> SHORT = Set.of("json", "xml");
    private static final Set<String> WILD = Set.of("*/*", "application/*", "text/*", "text/html", "text/plain");

    /** Operations whose answer is a document that people read too. */
    private static final Set<String> DOCUMENTS = Set.of("$handoff", "$summary", "$handoff-document");

    private static final Set<String> FOR_READERS = Set.of("html", "pdf", "application/pdf", "application/xhtml+xml");

    private MediaTypes() {}

    static boolean isJson(String contentType) {
        return JSON.contains(bare(contentType)) || isJsonPatch(contentType);
    }

    static boolean isJsonPatch(String contentType) {
        return bare(contentType).equals("application/json-patch+json");
    }

    /** Patches that are no resources. */
    static boolean isPatch(String contentType) {
        return isJsonPatch(contentType) || bare(contentType).equals("application/xml-patch+xml");
    }

    static boolean isXml(String contentType) {
        return XML.contains(bare(contentType)) || bare(contentType).equals("application/xml-patch+xml");
    }

    static boolean isForm(String contentType) {
        return bare(contentType).equals("application/x-www-form-urlencoded");
    }

    /** The value of {@code _format}: a media type or its short form; a plus that became a blank is forgiven. */
    static boolean isOffered(String format) {
        String bare = bare(format).replace(' ', '+');
        return SHORT.contains(bare) || JSON.contains(bare) || XML.contains(bare) || WILD.contains(bare);
    }

    /** The same for the answer to an operation. */
    static boolean isOffered(String format, Optional<String> operation) {
        return isOffered(format)
                || (operation.filter(DOCUMENTS::contains).isPresent() && FOR_READERS.contains(bare(format)));
    }

    /** Whether anything in an {@code Accept} header can be given; browsers and absent headers get JSON. */
    static boolean isAcceptable(Optional<String> accept, Optional<String> operation) {
        return accept.filter(header -> !header.isBlank())
                .map(header -> Arrays.stream(header.split(",")).anyMatch(type -> isOffered(type, operation)))
                .orElse(true);
    }

    private static String bare(String mediaType) {
        int parameters = mediaType.indexOf(';');
        return (parameters < 0 ? mediaType : mediaType.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
