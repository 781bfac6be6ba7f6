package org.manypaths.operations;

import jakarta.servlet.ServletRequest;
import java.util.Locale;

/**
 * What may be told of a request: its kind, never its content.
 *
 * @param interaction FHIR's name for what was asked, say {@code search-type}
 * @param type the resource type in question, or {@code none}
 */
record RequestFacts(String interaction, String type) {

    private static final String ATTRIBUTE = RequestFacts.class.getName();
    private static final RequestFacts UNKNOWN = new RequestFacts("unknown", "none");

    /** The facts of the request at hand; unknown for one that matched nothing the server can do. */
    static RequestFacts of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof RequestFacts facts ? facts : UNKNOWN;
    }

    void attachTo(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %s", interaction, type);
    }
}
