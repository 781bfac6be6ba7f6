package org.manypaths.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Zoë\t\n\r", "\uD83D\uDE42", "a\uE000"})
    void takesWhatXmlCanWrite(String text) {
        assertThat(isWritable(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\u0001", "\uFFFE", "\uD83D", "\uD83Dx", "\uDE42"})
    void refusesWhatXmlCannotWrite(String text) {
        assertThat(isWritable(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1, true",
        "-0.000001, true",
        "1e20, true",
        "1.5E-99, true",
        "1e100, false",
        "1e1000000, false",
        "1E-999999, false"
    })
    void measuresNumbers(String number, boolean fits) {
        assertThat(ValueRules.isMeasurable(number)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "1e999999999, true",
        "gt1e-9999, true",
        "1e99999|http://unitsofmeasure.org|mg, true",
        "5.4, false",
        "1e3, false",
        "gt1gt1e2147483648, true",
        "1.5eq-2e-12345, true",
        "gt1eq2e3, false",
        "ABC1e9999, false"
    })
    void knowsCriteriaThatNobodyCanWriteOut(String criterion, boolean huge) {
        assertThat(ValueRules.asksForAHugeNumber(criterion)).isEqualTo(huge);
    }

    @Test
    void readsALongNumberOnce() {
        for (String part : List.of("1", "gt", "gt1")) {
            String text = "gt" + part.repeat(1_000_000);
            assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> ValueRules.asksForAHugeNumber(text)))
                    .isFalse();
        }
    }

    private static boolean isWritable(String text) {
        return ValueRules.isWritable(text.toCharArray(), 0, text.length());
    }
}
