package org.manypaths.reception;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
