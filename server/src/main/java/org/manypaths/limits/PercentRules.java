package org.manypaths.limits;

import java.util.regex.Pattern;

/** How characters are written in a URL (RFC 3986, 2.1). */
final class PercentRules {

    private static final Pattern BROKEN = Pattern.compile("%(?![0-9a-fA-F]{2})");

    private PercentRules() {}

    /** Whether each percent sign is followed by two hexadecimal digits. */
    static boolean areWellFormed(String text) {
        return !BROKEN.matcher(text).find();
    }
}
