package org.manypaths.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.manypaths.conformance.Canonical;

/**
 * An error text of HAPI, taken apart: the number under which HAPI knows it, and the words.
 *
 * @param number what follows {@code HAPI-}; empty where the text does not come from HAPI
 * @param words the text without any such number
 */
record HapiMessage(Optional<String> number, String words) {

    private static final Pattern NUMBER = Pattern.compile("HAPI-(\\d{4}): ");

    /** What the server adds to a condition for itself; it is nobody else's business. */
    private static final Pattern OWN_CRITERION = Pattern.compile("[&?]" + Canonical.ACCESS + "=[^&\"\\s]*");

    static HapiMessage of(String text) {
        Matcher matcher = NUMBER.matcher(text);
        Optional<String> number = matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        return new HapiMessage(
                number,
                OWN_CRITERION
                        .matcher(NUMBER.matcher(text).replaceAll(""))
                        .replaceAll("")
                        .strip());
    }

    /** The message and those that it quotes, the innermost first: that one knows best what happened. */
    static List<HapiMessage> nested(String text) {
        List<HapiMessage> messages = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            messages.add(0, of(text.substring(matcher.start())));
        }
        return messages;
    }

    /** HAPI's own name for the problem, for the engineers. What is hidden is called as what is not there. */
    Optional<String> id() {
        return number.map(digits -> "HAPI-" + (digits.equals("1995") ? "2001" : digits));
    }
}
