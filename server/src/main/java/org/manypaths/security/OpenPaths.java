package org.manypaths.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What below {@code /fhir} anybody may read.
 *
 * <p>Addresses are compared as they were sent, so that no encoding, dot or semicolon makes one thing look like another.
 */
public final class OpenPaths {

    private static final Set<String> METHODS = Set.of("GET", "HEAD");
    private static final Set<String> ALWAYS = Set.of("/fhir/metadata", "/fhir" + DiscoveryProvider.SMART);

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/_-]+(\\.[A-Za-z0-9_-]+)*");

    private final List<String> pages;

    /**
     * Opens pages besides what is always open.
     *
     * @param pages beginnings of addresses of pages that hold no record, such as the demo's API page
     */
    public OpenPaths(List<String> pages) {
        this.pages = List.copyOf(pages);
    }

    public boolean contains(HttpServletRequest request) {
        String address = request.getRequestURI();
        return METHODS.contains(request.getMethod())
                && (ALWAYS.contains(address)
                        || (isPlain(address) && pages.stream().anyMatch(address::startsWith)));
    }

    private static boolean isPlain(String address) {
        return PLAIN.matcher(address).matches();
    }
}
