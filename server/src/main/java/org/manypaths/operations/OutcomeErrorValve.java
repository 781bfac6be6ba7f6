package org.manypaths.operations;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * Answers with an OperationOutcome where Tomcat would show its page: a request line that it cannot read never reaches a
 * filter, and its page names the server.
 *
 * <p>Public with a public constructor because Tomcat makes it by name.
 */
public class OutcomeErrorValve extends ErrorReportValve {

    public OutcomeErrorValve() {
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        boolean error = status >= HttpServletResponse.SC_BAD_REQUEST;
        if (!error || response.getContentWritten() > 0 || response.isCommitted() || !response.setErrorReported()) {
            return;
        }
        try {
            response.setHeader("X-Content-Type-Options", "nosniff");
            OutcomeBody.write(response, status, code(status), sentence(status));
        } catch (IOException e) {
            // Whoever asked is gone; there is nobody left to tell.
            return;
        }
    }

    private static String code(int status) {
        return switch (status) {
            case HttpServletResponse.SC_NOT_FOUND -> "not-found";
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED, HttpServletResponse.SC_NOT_IMPLEMENTED -> "not-supported";
            case HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, 414, 431 -> "too-long";
            default -> status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR ? "exception" : "invalid";
        };
    }

    private static String sentence(int status) {
        return switch (status) {
            case HttpServletResponse.SC_NOT_FOUND -> "There is nothing at this address.";
            case HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, 414, 431 -> "The request is too long.";
            default ->
                status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                        ? "The server failed."
                        : "The request is not valid HTTP: look for characters in the address that must be percent-encoded.";
        };
    }
}
