package org.manypaths.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffRulesTest {

    @ParameterizedTest
    @CsvSource({"0,10", "1,20", "2,40", "8,2560", "9,3600", "30,3600", "63,3600", "1000,3600"})
    void doublesUpToTheLimit(int attempts, long seconds) {
        assertThat(BackOffRules.pause(attempts, Duration.ofSeconds(10), Duration.ofHours(1)))
                .isEqualTo(Duration.ofSeconds(seconds));
    }
}
