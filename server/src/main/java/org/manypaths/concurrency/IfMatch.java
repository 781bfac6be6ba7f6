package org.manypaths.concurrency;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.manypaths.refusal.Refusal;
import org.manypaths.refusal.RequestCode;

/** The version in an {@code If-Match}, in the forms that partners send. */
final class IfMatch {

    private static final Pattern VERSION = Pattern.compile("(?:W/)?\"?(\\d{1,18})\"?");

    private IfMatch() {}

    /** @throws Refusal if it names no single version */
    static String parse(String header) {
        Matcher matcher = VERSION.matcher(header.strip());
        if (!matcher.matches()) {
            throw RequestCode.IF_MATCH.refusal(
                    "If-Match names no version that this server gives.",
                    "Send the ETag that you got with the resource, say W/\"3\".");
        }
        return matcher.group(1);
    }
}
