package org.manypaths.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;

class FailureInterceptorTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final FailureInterceptor interceptor = new FailureInterceptor();

    @BeforeEach
    void giveRequestItsId() {
        new RequestId("r-1").attachTo(request);
    }

    @Test
    void givesTheRequestIdInsteadOfTheReason() {
        BaseServerResponseException answer = conceal(new InternalErrorException("Anna Canary has no bed"));
        assertThat(answer.getStatusCode()).isEqualTo(500);
        assertThat(answer.getMessage()).contains("r-1").doesNotContain("Canary");
        assertThat(answer.getCause()).isNull();
    }

    @ParameterizedTest
    @MethodSource
    void asksToComeBackWhenTheDatabaseIsAway(Exception outage) {
        BaseServerResponseException answer = conceal(new CannotCreateTransactionException("no connection", outage));
        assertThat(answer.getStatusCode()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("10");
    }

    static Stream<Exception> asksToComeBackWhenTheDatabaseIsAway() {
        return Stream.of(
                new SQLTransientConnectionException("HikariPool-1 - Connection is not available"),
                new SQLException("the connection was closed", "08006"),
                new SQLException("terminating connection due to administrator command", "57P01"),
                new java.net.ConnectException("Connection refused"));
    }

    @Test
    void leavesRefusalsToThoseWhoKnowWhy() {
        assertThat(interceptor.conceal(new ResourceNotFoundException("gone"), request, response))
                .isNull();
        assertThat(interceptor.conceal(new DataFormatException("no JSON"), request, response))
                .isNull();
    }

    private BaseServerResponseException conceal(Throwable failure) {
        return Objects.requireNonNull(interceptor.conceal(failure, request, response));
    }
}
