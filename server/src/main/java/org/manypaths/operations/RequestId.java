package org.manypaths.operations;

import jakarta.servlet.ServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The id by which one request is found in the answer, in every line of the log and in the sender's own log.
 *
 * <p>It is the sender's {@code X-Request-ID} where that is short and harmless, else one of ours.
 */
public record RequestId(String value) {

    public static final String HEADER = "X-Request-ID";

    /** Name in the logging context; Elastic's common schema calls the field so. */
    static final String LOGGED_AS = "http.request.id";

    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    static RequestId of(@Nullable String header, Supplier<String> generator) {
        return header != null && HARMLESS.matcher(header).matches()
                ? new RequestId(header)
                : new RequestId(generator.get());
    }

    /** The id of the request at hand; a dash for one that never passed the filter. */
    public static RequestId of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof RequestId id ? id : new RequestId("-");
    }

    /** The id of the request that this thread answers; a dash where it answers none. */
    public static RequestId ofThread() {
        return new RequestId(Optional.ofNullable(MDC.get(LOGGED_AS)).orElse("-"));
    }

    void attachTo(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
