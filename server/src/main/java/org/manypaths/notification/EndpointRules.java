package org.manypaths.notification;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which addresses notifications may go to: those that the operator listed, and below those that end in a slash.
 *
 * <p>An address inside the operator's own network is only used when the very endpoint is listed, for a name that
 * somebody else controls may be pointed anywhere at any time.
 */
final class EndpointRules {

    private EndpointRules() {}

    /** @throws IllegalArgumentException in words for the operator */
    static void requireUsable(String entry) {
        if (parse(entry).isEmpty()) {
            throw new IllegalArgumentException("manypaths.notification.endpoints has the entry " + entry
                    + ", which is no address of the form https://host/path without name, password, query, fragment,"
                    + " semicolons, or dots for parts of the path");
        }
    }

    static boolean isListed(String endpoint, List<String> entries) {
        Optional<URI> wanted = parse(endpoint);
        return wanted.isPresent()
                && (isNamedExactly(endpoint, entries)
                        || entries.stream()
                                .filter(entry -> entry.endsWith("/"))
                                .flatMap(entry -> parse(entry).stream())
                                .anyMatch(entry -> isBelow(wanted.get(), entry)));
    }

    /** Whether the operator listed this very endpoint, and so answers for where it leads. */
    static boolean isNamedExactly(String endpoint, List<String> entries) {
        return parse(endpoint).isPresent() && entries.contains(endpoint);
    }

    private static boolean isBelow(URI wanted, URI entry) {
        return wanted.getScheme().equals(entry.getScheme())
                && wanted.getHost().equalsIgnoreCase(entry.getHost())
                && port(wanted) == port(entry)
                && wanted.getRawPath().startsWith(entry.getRawPath());
    }

    private static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
    }

    private static Optional<URI> parse(String text) {
        try {
            URI uri = new URI(text);
            return isPlain(uri) ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(URI uri) {
        boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        if (!web
                || uri.getHost() == null
                || uri.getRawPath() == null
                || !uri.getRawPath().startsWith("/")) {
            return false;
        }
        String path = uri.getRawPath().toLowerCase(Locale.ROOT);
        boolean climbs = (path + "/").contains("/../") || (path + "/").contains("/./") || path.contains("%2e");
        boolean hides = path.contains("%2f") || path.contains("%5c") || path.contains("//");
        // A server may cut the path at a semicolon, and decode it twice.
        boolean bends = path.contains(";") || path.contains("%3b") || path.contains("%25");
        return !climbs
                && !hides
                && !bends
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null;
    }
}
