package org.manypaths.consent;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import org.hl7.fhir.r4.model.Patient;

/** When a person was born, as far as that decides who signs for them. */
public final class BirthDate {

    private static final int YEAR = 4;
    private static final int MONTH = 7;

    private BirthDate() {}

    /** The last day that the record leaves possible: whoever may still be a minor counts as one. */
    public static Optional<LocalDate> of(Patient person) {
        return Optional.ofNullable(person.getBirthDateElement().getValueAsString())
                .map(text -> switch (text.length()) {
                    case YEAR -> Year.parse(text).atMonth(12).atEndOfMonth();
                    case MONTH -> YearMonth.parse(text).atEndOfMonth();
                    default -> LocalDate.parse(text);
                });
    }
}
