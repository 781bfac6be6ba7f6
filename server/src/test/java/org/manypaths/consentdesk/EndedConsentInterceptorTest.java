package org.manypaths.consentdesk;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.manypaths.consent.ConsentEnd;
import org.manypaths.refusal.Refusal;

/** What a person took back is given by no later write. */
class EndedConsentInterceptorTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    private final EndedConsentInterceptor interceptor = new EndedConsentInterceptor(Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @EnumSource(
            value = ConsentState.class,
            names = {"INACTIVE", "REJECTED", "ENTEREDINERROR"})
    void staysEndedByItsStatus(ConsentState ended) {
        for (ConsentState status :
                new ConsentState[] {ConsentState.ACTIVE, ConsentState.DRAFT, ConsentState.PROPOSED}) {
            assertThatThrownBy(() -> update(consent(ended), consent(status), new ServletRequestDetails()))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("ended");
        }
        assertThatCode(() -> update(consent(ended), consent(ConsentState.INACTIVE), new ServletRequestDetails()))
                .doesNotThrowAnyException();
    }

    @Test
    void staysEndedByTheEventThatCame() {
        Consent came = ending("2026-11-02");
        assertThatThrownBy(() -> update(came, consent(ConsentState.ACTIVE), new ServletRequestDetails()))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> update(came, ending("2027-11-02"), new ServletRequestDetails()))
                .isInstanceOf(Refusal.class);
        assertThatCode(() -> update(came, ending("2026-11-03"), new ServletRequestDetails()))
                .doesNotThrowAnyException();
        assertThatCode(() -> update(ending("2027-11-02"), ending("2027-12-02"), new ServletRequestDetails()))
                .as("what has not come is still open")
                .doesNotThrowAnyException();
    }

    @Test
    void leavesTheServerItsOwnWork() {
        assertThatCode(() -> {
                    update(consent(ConsentState.INACTIVE), consent(ConsentState.ACTIVE), new SystemRequestDetails());
                    update(consent(ConsentState.ACTIVE), consent(ConsentState.INACTIVE), new ServletRequestDetails());
                })
                .doesNotThrowAnyException();
    }

    private void update(Consent before, Consent after, RequestDetails request) {
        interceptor.beforeUpdate(before, after, request);
    }

    private static Consent consent(ConsentState status) {
        return new Consent().setStatus(status).setDateTimeElement(new DateTimeType("2026-01-09T12:30:00-05:00"));
    }

    private static Consent ending(String came) {
        Consent consent = consent(ConsentState.ACTIVE);
        Extension expiry = consent.addExtension().setUrl(ConsentEnd.URL);
        expiry.addExtension("kind", new CodeType("end-of-treatment"));
        expiry.addExtension(ConsentEnd.CAME, new DateTimeType(came));
        return consent;
    }
}
