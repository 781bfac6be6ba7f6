package org.manypaths.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateRulesTest {

    @ParameterizedTest
    @CsvSource({
        "ge2026, ge2026-01-01",
        "ge2026-02, ge2026-02-01",
        "le2026, le2026-12-31",
        "le2026-02, le2026-02-28",
        "le2024-02, le2024-02-29",
        "'ge2026,le2020', 'ge2026-01-01,le2020-12-31'"
    })
    void takesAPartialBoundWithAllThatItNames(String partial, String whole) {
        assertThat(PartialDateRules.complete(partial)).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026",
                "gt2026",
                "lt2026-02",
                "sa2026",
                "eb2026",
                "ne2026",
                "eq2026",
                "ge2026-02-03",
                "ge2026-13",
                "ge20261",
                "general",
                "ge2026-02-03T10:00:00Z"
            })
    void leavesAllElseAlone(String value) {
        assertThat(PartialDateRules.complete(value)).isEqualTo(value);
    }
}
