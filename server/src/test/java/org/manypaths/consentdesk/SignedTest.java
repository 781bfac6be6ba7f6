package org.manypaths.consentdesk;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.manypaths.consent.ConsentEnd;

class SignedTest {

    private final Consent before = consent();
    private final Consent after = consent();

    @Test
    void isWhomItNamesAndWhatAndOfWhom() {
        assertThat(Signed.saysTheSame(before, after)).isTrue();
        after.getProvision().addActor().setReference(new Reference("Organization/stranger"));
        assertThat(Signed.saysTheSame(before, after)).isFalse();
        assertThat(Signed.saysTheSame(before, consent().setPatient(new Reference("Patient/other"))))
                .isFalse();
        Consent wider = consent();
        wider.addExtension(new Extension("http://example.org/class"));
        assertThat(Signed.saysTheSame(before, wider)).isFalse();
    }

    @Test
    void isNotItsStatusNorWhenItsEventCame() {
        after.setStatus(Consent.ConsentState.INACTIVE);
        after.getExtensionByUrl(ConsentEnd.URL).addExtension(ConsentEnd.CAME, new DateTimeType("2026-03-01"));
        assertThat(Signed.saysTheSame(before, after)).isTrue();
    }

    @Test
    void isSignedAnewWithALaterDayAndAnotherPaper() {
        after.setDateTimeElement(new DateTimeType("2026-02-01T10:00:00Z"));
        assertThat(Signed.isSignedAnew(before, after)).as("the same paper").isFalse();
        after.setSource(new Attachment().setTitle("The second paper"));
        assertThat(Signed.isSignedAnew(before, after)).isTrue();
        after.setDateTimeElement(before.getDateTimeElement());
        assertThat(Signed.isSignedAnew(before, after)).as("the same day").isFalse();
    }

    private static Consent consent() {
        Consent consent = new Consent();
        consent.setStatus(Consent.ConsentState.ACTIVE)
                .setPatient(new Reference("Patient/mara"))
                .setDateTimeElement(new DateTimeType("2026-01-09T12:30:00Z"));
        consent.setSource(new Attachment().setTitle("The paper"));
        Extension end = new Extension(ConsentEnd.URL);
        end.addExtension("kind", new CodeType("event"));
        consent.addExtension(end);
        return consent;
    }
}
