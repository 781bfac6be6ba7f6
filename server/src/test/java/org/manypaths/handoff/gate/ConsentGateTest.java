package org.manypaths.handoff.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.manypaths.access.AccessFixtures;
import org.manypaths.consent.Purpose;
import org.manypaths.consent.SigningRules;
import org.manypaths.testkit.Fhir;

class ConsentGateTest {

    /** Of a document from two servers two records may both be Observation/1. */
    @Test
    void letsNoRecordGoInTheNameOfAnother() {
        Observation weight = observation("1");
        weight.addCategory()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/observation-category")
                .setCode("vital-signs");
        Observation kept = observation("1");
        kept.getMeta().addSecurity("http://terminology.hl7.org/CodeSystem/v3-ActCode", "HIV", null);
        Passage passage = open(weight, kept);
        assertThat(passage.lets(kept)).isFalse();
        kept.setId("Observation/2");
        Passage apart = open(weight, kept);
        assertThat(apart.lets(weight)).isTrue();
        assertThat(apart.lets(kept)).isFalse();
    }

    private static Passage open(Resource... records) {
        Patient person = new Patient();
        person.setId("Patient/ada");
        Consent consent = Fhir.CONTEXT
                .newJsonParser()
                .parseResource(Consent.class, AccessFixtures.consent("ada", "clinic", List.of("recipient"), "active"));
        consent.setId("Consent/c");
        return new ConsentGate(SigningRules.STRICTEST)
                .open(
                        new Question(
                                "ada",
                                "clinic",
                                "recipient",
                                Purpose.TREATMENT,
                                Optional.empty(),
                                Set.of(),
                                OffsetDateTime.parse("2026-02-01T10:00:00Z")),
                        Stream.concat(Stream.of(person, consent), Arrays.stream(records))
                                .toList());
    }

    private static Observation observation(String id) {
        Observation observation = new Observation();
        observation.setId("Observation/" + id);
        observation.getSubject().setReference("Patient/ada");
        return observation;
    }
}
