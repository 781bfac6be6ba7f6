package org.manypaths.reception;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manypaths.testkit.Fhir;

class TellerTest {

    @ParameterizedTest
    @CsvSource({
        "detox, true, detox, true, true",
        "detox, true, detox, false, true",
        "detox, false, detox, false, true",
        "detox, false, detox, true, false",
        "'', true, '', true, false",
        "hospital, true, detox, false, false",
        "hospital, true, detox, true, false"
    })
    void followsItselfAndSignsOffWhatWasSignedOff(
            String sender, boolean signed, String before, boolean signedBefore, boolean follows) {
        assertThat(new Teller(sender, signed).follows(new Teller(before, signedBefore)))
                .isEqualTo(follows);
    }

    private static final String ELSE = "\"author\":[{\"display\":\"General Hospital\"}]";

    @Test
    void isNobodyByWhatIsShownOfThem() {
        assertThat(of(ELSE).sender()).isEmpty();
        assertThat(of("\"author\":[{\"reference\":\"Organization/elsewhere\",\"display\":\"General Hospital\"}]")
                        .sender())
                .as("nobody who is in the document")
                .isEmpty();
        assertThat(of("\"author\":[{\"identifier\":{\"value\":\"4\"}}]").sender())
                .as("4 of which system")
                .isEmpty();
    }

    @Test
    void isWhoIsReferredToAndAnotherByEachIdentifier() {
        String identified = "\"author\":[{\"identifier\":{\"system\":\"urn:x\",\"value\":\"4\"}}]";
        Teller four = of(identified);
        assertThat(four.follows(of(identified.replace("}}", "},\"display\":\"Shown\"}"))))
                .isTrue();
        assertThat(four.follows(of(identified.replace("4", "5")))).isFalse();
        assertThat(four.follows(of("\"author\":[{\"display\":\"identifier urn:x|4\"}]")))
                .isFalse();
        assertThat(of(identified + ",\"custodian\":{\"reference\":\"urn:uuid:1c3151bd-1cbf-4d64-b04d-cd9187a4c6e1\"}")
                        .follows(four))
                .as("the custodian comes first")
                .isFalse();
    }

    private static Teller of(String authors) {
        String document = PlainDocument.TEXT
                .replace("NUMBER", "9b3151bd-1cbf-4d64-b04d-cd9187a4c6e9")
                .replace(ELSE, authors);
        return Teller.of(Arrived.of(Fhir.CONTEXT.newJsonParser().parseResource(Bundle.class, document), document));
    }
}
