package org.manypaths.handoff.gap;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Quantity.QuantityComparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DaysSupplyTest {

    private static final String UCUM = "http://unitsofmeasure.org";

    @ParameterizedTest
    @CsvSource({
        "72, hours, h, 3",
        "7, days, d, 7",
        "2, weeks, wk, 14",
        "1, month, mo, 28",
        "20, d, , 20",
        "3, Weeks, , 21",
        "7, , , 7",
        "7, dagar, d, 7",
        "366, days, d, 366"
    })
    void isReadInItsUnit(BigDecimal value, String unit, String code, int days) {
        assertThat(DaysSupply.of(quantity(value, unit, code))).contains(Duration.ofDays(days));
    }

    @ParameterizedTest
    @CsvSource({
        "14, films, {film}",
        "14, films, ",
        "1, year, a",
        "72, hours, d",
        "0, days, d",
        "-5, days, d",
        "367, days, d",
        "99999999, days, d",
        "1e17, days, d",
        "1e400, days, d"
    })
    void isNotKnownWhereItCannotBeReadWithCertainty(BigDecimal value, String unit, String code) {
        assertThat(DaysSupply.of(quantity(value, unit, code))).isEmpty();
    }

    @Test
    void isNotKnownByTheCodeOfAnotherSystemOrAsALimit() {
        Quantity days = quantity(BigDecimal.valueOf(7), "days", "d");
        assertThat(DaysSupply.of(days.copy().setSystem("urn:other"))).isEmpty();
        assertThat(DaysSupply.of(days.copy().setComparator(QuantityComparator.LESS_THAN)))
                .isEmpty();
        assertThat(DaysSupply.of(new Quantity())).isEmpty();
    }

    private static Quantity quantity(BigDecimal value, String unit, String code) {
        Quantity quantity = new Quantity().setValue(value).setUnit(unit).setCode(code);
        return code == null ? quantity : quantity.setSystem(UCUM);
    }
}
