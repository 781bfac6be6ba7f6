package org.manypaths.limits;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.junit.jupiter.api.Test;
import org.manypaths.consent.Caller;
import org.manypaths.consent.RecipientKind;
import org.manypaths.refusal.OutcomeWriter;
import org.manypaths.security.Role;
import org.manypaths.security.Scopes;
import org.manypaths.security.Session;
import org.manypaths.security.Sessions;
import org.manypaths.testkit.Fhir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A client that wants more than its share, on a clock that moves when told. */
class FairUseFilterTest {

    private static final int BURST = 500;
    private static final int CONCURRENT = 4;
    private static final FilterChain ANSWER =
            (request, response) -> ((MockHttpServletResponse) response).setStatus(200);

    private final AtomicLong nanos = new AtomicLong();
    private final TimeMeter clock = new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    };
    private final FairUseFilter filter =
            new FairUseFilter(shares(), (response, refusal) -> OutcomeWriter.write(response, Fhir.CONTEXT, refusal));

    private FairShares shares() {
        return new FairShares(new FairUseSettings(BURST, BURST, CONCURRENT), clock);
    }

    @Test
    void admitsFiveHundredASecondForAMinute() throws ServletException, IOException {
        for (int second = 0; second < 60; second++) {
            for (int number = 0; number < BURST; number++) {
                assertThat(send("hospital", ANSWER).getStatus()).isEqualTo(200);
                nanos.addAndGet(Duration.ofSeconds(1).toNanos() / BURST);
            }
        }
    }

    @Test
    void refusesOneTooManyInWordsAndSaysWhenToComeAgain() throws ServletException, IOException {
        exhaust("hospital");
        MockHttpServletResponse refused = send("hospital", ANSWER);
        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        OperationOutcome outcome =
                Fhir.CONTEXT.newJsonParser().parseResource(OperationOutcome.class, refused.getContentAsString());
        assertThat(outcome.getIssueFirstRep().getCode()).isEqualTo(OperationOutcome.IssueType.THROTTLED);
        assertThat(outcome.getIssueFirstRep().getDetails().getCodingFirstRep().getCode())
                .isEqualTo("request/too-many");
    }

    @Test
    void countsWhatARequestHolds() throws ServletException, IOException {
        ServletRequestDetails batch = new ServletRequestDetails();
        batch.setRestOperationType(RestOperationTypeEnum.TRANSACTION);
        Bundle bundle = new Bundle();
        for (int number = 0; number < BURST; number++) {
            bundle.addEntry().getRequest().setMethod(HTTPVerb.GET).setUrl("Patient/1");
        }
        batch.setResource(bundle);
        LimitsInterceptor limits = new LimitsInterceptor(new SearchRules(
                new Binder(new MapConfigurationPropertySource()).bindOrCreate("none", LimitSettings.class)));
        MockHttpServletResponse answer = send("hospital", (request, response) -> {
            batch.setServletRequest((HttpServletRequest) request);
            limits.beforeHandling(batch);
            ((MockHttpServletResponse) response).setStatus(200);
        });
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(send("hospital", ANSWER).getStatus()).isEqualTo(429);
        assertThat(send("prescriber", ANSWER).getStatus()).isEqualTo(200);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(send("hospital", ANSWER).getStatus()).isEqualTo(200);
    }

    @Test
    void refusesAnAddressThatAsksForTooManyTokensInTheFormOfOAuth() throws ServletException, IOException {
        FairUseFilter tokens = new FairUseFilter(shares(), LimitsConfiguration::asOAuthError);
        MockHttpServletResponse response = new MockHttpServletResponse();
        for (int number = 0; number <= BURST; number++) {
            response = new MockHttpServletResponse();
            tokens.doFilter(new MockHttpServletRequest("POST", "/oauth2/token"), response, ANSWER);
        }
        assertThat(response.getStatus()).isEqualTo(429);
        assertThat(response.getHeader("Retry-After")).isEqualTo("1");
        assertThat(response.getContentAsString())
                .contains("\"error\":\"temporarily_unavailable\"", "more requests than its share");
    }

    @Test
    void admitsItAgainAfterTheTimeItWasTold() throws ServletException, IOException {
        exhaust("hospital");
        assertThat(send("hospital", ANSWER).getStatus()).isEqualTo(429);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(send("hospital", ANSWER).getStatus()).isEqualTo(200);
    }

    @Test
    void leavesOtherClientsAlone() throws ServletException, IOException {
        exhaust("hospital");
        assertThat(send("hospital", ANSWER).getStatus()).isEqualTo(429);
        assertThat(send("counselling", ANSWER).getStatus()).isEqualTo(200);
        assertThat(send("", ANSWER).getStatus()).isEqualTo(200);
    }

    @Test
    void refusesOneTooManyAtTheSameTimeAndNoOtherClient() throws ServletException, IOException {
        List<Integer> statuses = new ArrayList<>();
        send("hospital", nested(CONCURRENT, statuses));
        assertThat(statuses).containsExactly(429, 200);
        assertThat(send("hospital", ANSWER).getStatus()).isEqualTo(200);
    }

    /** Requests that each wait for the next; the innermost tries one too many, and one of another client. */
    private FilterChain nested(int more, List<Integer> statuses) {
        return (request, response) -> {
            if (more > 1) {
                send("hospital", nested(more - 1, statuses));
            } else {
                statuses.add(send("hospital", ANSWER).getStatus());
                statuses.add(send("counselling", ANSWER).getStatus());
            }
        };
    }

    private void exhaust(String client) throws ServletException, IOException {
        for (int number = 0; number < BURST; number++) {
            assertThat(send(client, ANSWER).getStatus()).isEqualTo(200);
        }
    }

    private MockHttpServletResponse send(String client, FilterChain chain) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/fhir/Patient");
        if (!client.isEmpty()) {
            Sessions.put(request, session(client));
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, chain);
        return response;
    }

    private static Session session(String client) {
        return new Session(
                client,
                Role.CLIENT,
                new Caller(client, RecipientKind.COVERED_ENTITY, Set.of(), Set.of(), Optional.empty()),
                Scopes.NONE,
                Optional.empty(),
                Optional.empty(),
                "token");
    }
}
