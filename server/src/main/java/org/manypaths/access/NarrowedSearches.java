package org.manypaths.access;

import jakarta.servlet.ServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The searches that the server itself narrowed while it answers one request, each as a whole.
 *
 * <p>They are kept beside the request, where no caller reaches: that a search looks narrowed says nothing.
 */
final class NarrowedSearches {

    private static final String ATTRIBUTE = NarrowedSearches.class.getName();

    private NarrowedSearches() {}

    static void add(ServletRequest request, String type, Map<String, String[]> parameters) {
        all(request).add(text(type, parameters));
    }

    static boolean contains(ServletRequest request, String type, Map<String, String[]> parameters) {
        return all(request).contains(text(type, parameters));
    }

    /** The parameters as they stand in an address, names encoded like values. */
    static String query(Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .flatMap(parameter -> Arrays.stream(parameter.getValue())
                        .map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The same for parameters in another order. */
    private static String text(String type, Map<String, String[]> parameters) {
        return type + "?"
                + Arrays.stream(query(parameters).split("&", -1)).sorted().collect(Collectors.joining("&"));
    }

    @SuppressWarnings("unchecked")
    private static Set<String> all(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Set<?> known) {
            return (Set<String>) known;
        }
        Set<String> fresh = ConcurrentHashMap.newKeySet();
        request.setAttribute(ATTRIBUTE, fresh);
        return fresh;
    }
}
