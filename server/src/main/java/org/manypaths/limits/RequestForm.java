package org.manypaths.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.manypaths.refusal.Refusal;
import org.manypaths.refusal.RequestCode;

/** What HAPI takes from the request line and the headers without looking whether it can be read. */
final class RequestForm {

    /** HAPI's own header, with which a client asks to be tried again. */
    private static final String RETRY = "X-Retry-On-Version-Conflict";

    private static final Pattern RETRY_FORM = Pattern.compile("\\s*retry\\s*;\\s*max-retries\\s*=\\s*\\d{1,3}\\s*");

    private RequestForm() {}

    /** Why the request cannot be read; empty where it can. */
    static Optional<Refusal> check(HttpServletRequest request) {
        if (request.getRequestURI().contains("//")) {
            return Optional.of(RequestCode.INVALID.refusal(
                    "The path of the URL has a part without anything in it.", "Put one slash between two parts."));
        }
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        if (!PercentRules.areWellFormed(query)) {
            return Optional.of(percent("The query of the URL"));
        }
        String condition =
                Optional.ofNullable(request.getHeader("If-None-Exist")).orElse("");
        if (!PercentRules.areWellFormed(condition)) {
            return Optional.of(percent("The header If-None-Exist"));
        }
        String retry = request.getHeader(RETRY);
        return retry == null || RETRY_FORM.matcher(retry).matches()
                ? Optional.empty()
                : Optional.of(RequestCode.INVALID.refusal(
                        "The header " + RETRY + " says " + retry + ".",
                        "Leave it out, or write: retry; max-retries=3."));
    }

    private static Refusal percent(String where) {
        return RequestCode.INVALID_PARAMETER.refusal(
                where + " has a % that is not followed by two hexadecimal digits.", "Write a percent sign as %25.");
    }
}
