package org.manypaths.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.Test;
import org.manypaths.testkit.Fhir;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ReadinessFilterTest {

    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();

    @Test
    void asksToComeBackWhileNotReady() throws ServletException, IOException {
        filter(ReadinessState.REFUSING_TRAFFIC);
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("5");
        OperationOutcome outcome =
                Fhir.CONTEXT.newJsonParser().parseResource(OperationOutcome.class, response.getContentAsString());
        assertThat(outcome.getIssueFirstRep().getCode()).isEqualTo(OperationOutcome.IssueType.TRANSIENT);
        assertThat(chain.getRequest()).isNull();
    }

    @Test
    void letsRequestsThroughWhenReady() throws ServletException, IOException {
        filter(ReadinessState.ACCEPTING_TRAFFIC);
        assertThat(chain.getRequest()).isNotNull();
    }

    private void filter(ReadinessState state) throws ServletException, IOException {
        ApplicationAvailability availability = mock(ApplicationAvailability.class);
        when(availability.getReadinessState()).thenReturn(state);
        new ReadinessFilter(availability)
                .doFilter(new MockHttpServletRequest("GET", "/fhir/metadata"), response, chain);
    }
}
