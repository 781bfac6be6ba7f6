package org.manypaths.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitTest {

    @ParameterizedTest
    @ValueSource(strings = {"134411008", "75516001", "460831000124102", "1336192000", "44868003"})
    void takesSnomedIdentifiers(String code) {
        assertThat(CheckDigit.isSnomed(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"229294001", "134411009", "143411008", "7551600", "075516001", "abc"})
    void refusesWhatOnlyLooksLikeSnomed(String code) {
        assertThat(CheckDigit.isSnomed(code)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"72110-0", "75624-7", "107332-9", "18761-7", "LA34479-8"})
    void takesLoincCodes(String code) {
        assertThat(CheckDigit.isLoinc(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"72109-3", "72110-1", "72110", "18761-", "LA34479", "x-1"})
    void refusesWhatOnlyLooksLikeLoinc(String code) {
        assertThat(CheckDigit.isLoinc(code)).isFalse();
    }
}
