package org.manypaths.handoff.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** In which form a document is wanted: as FHIR for programs, as a page or as a PDF for eyes. */
public enum DocumentFormat {
    FHIR,
    HTML,
    PDF;

    private static final Set<String> PAGE = Set.of("html", "text/html", "application/xhtml+xml");
    private static final Set<String> PRINT = Set.of("pdf", "application/pdf");

    /**
     * What the request asks for: {@code _format} decides, then the first type of {@code Accept} that there is.
     *
     * @param format the parameter {@code _format}
     * @param accept the header {@code Accept}
     */
    public static DocumentFormat of(Optional<String> format, Optional<String> accept) {
        return format.map(DocumentFormat::named).orElseGet(() -> types(accept.orElse("")).stream()
                .filter(type -> !type.isWildcardSubtype() || type.isWildcardType())
                .map(type -> named(type.getType() + "/" + type.getSubtype()))
                .findFirst()
                .orElse(FHIR));
    }

    private static DocumentFormat named(String type) {
        if (PAGE.contains(type)) {
            return HTML;
        }
        return PRINT.contains(type) ? PDF : FHIR;
    }

    private static List<MediaType> types(String accept) {
        try {
            List<MediaType> types = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(types);
            return types;
        } catch (InvalidMediaTypeException e) {
            return List.of();
        }
    }
}
