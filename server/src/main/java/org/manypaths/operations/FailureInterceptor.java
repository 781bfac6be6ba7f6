package org.manypaths.operations;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * Turns what went wrong on our side into an answer that gives nothing away but the id under which the operator finds it.
 *
 * <p>Exceptions speak of classes, tables and the values in them; all of that stays in the log, and there without the
 * values.
 */
@Interceptor
class FailureInterceptor {

    private static final Logger log = LoggerFactory.getLogger(FailureInterceptor.class);
    private static final int FIRST_SERVER_ERROR = 500;

    /** A refusal of the request is somebody else's to explain: null leaves it as it is. */
    @Hook(value = Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION, order = -100)
    @Nullable
    BaseServerResponseException conceal(Throwable failure, HttpServletRequest request, HttpServletResponse response) {
        if (isRefusal(failure)) {
            return null;
        }
        RequestId id = RequestId.of(request);
        if (isOutage(failure)) {
            log.error("The database does not answer", failure);
            response.setHeader("Retry-After", "10");
            return new UnclassifiedServerFailureException(
                    HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                    "The server cannot reach its database. Try again in a few seconds. Request " + id.value() + ".");
        }
        log.error("The request failed", failure);
        return new InternalErrorException(
                "The server failed. Its operator finds the reason under request " + id.value() + ".");
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof DataFormatException
                || (failure instanceof BaseServerResponseException known && known.getStatusCode() < FIRST_SERVER_ERROR);
    }

    private static boolean isOutage(Throwable failure) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(failure);
        return root instanceof SQLTransientConnectionException
                || root instanceof SQLNonTransientConnectionException
                || root instanceof java.net.ConnectException
                || (root instanceof SQLException sql && isConnectionState(sql.getSQLState()));
    }

    /** Class 08 is a broken connection, 57P0x a PostgreSQL server that is being stopped. */
    private static boolean isConnectionState(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P0"));
    }
}
