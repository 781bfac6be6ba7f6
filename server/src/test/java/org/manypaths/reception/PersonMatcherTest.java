package org.manypaths.reception;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manypaths.refusal.Refusal;

/** Who stands under the same address and has no identifier in common. */
class PersonMatcherTest {

    private static final String HERE = "Plain, 1991-02-03, FEMALE";

    @ParameterizedTest
    @CsvSource({
        "Plain, 1991-02-03, FEMALE, true",
        "plain, 1991-02, FEMALE, true",
        "Plain, 1991, UNKNOWN, true",
        "Plain, 1991-02-03, OTHER, true",
        ", , , true",
        "Other, 1991-02-03, FEMALE, false",
        "Plain, 1991-02-04, FEMALE, false",
        "Plain, 1991-02-03, MALE, false",
        "Other, 1960-01-01, MALE, false"
    })
    void isTheSameWhereNothingSpeaksAgainstIt(String family, String birth, AdministrativeGender gender, boolean same) {
        assertThat(isSame(person("Plain", "1991-02-03", AdministrativeGender.FEMALE), person(family, birth, gender)))
                .as("%s here, %s %s %s there", HERE, family, birth, gender)
                .isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"Maiden, true", "Other, false"})
    void mayHaveTwoFamilyNames(String family, boolean same) {
        Patient here = person("Plain", "1991-02-03", AdministrativeGender.FEMALE);
        here.addName().setFamily("Maiden");
        assertThat(isSame(here, person(family, "1991-02-03", AdministrativeGender.FEMALE)))
                .isEqualTo(same);
    }

    private static boolean isSame(Patient here, Patient arrived) {
        try {
            PersonMatcher.requireSame(here, arrived);
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.issues()).extracting(issue -> issue.code()).containsExactly("reception/unclear-person");
            return false;
        }
    }

    private static Patient person(String family, String birth, AdministrativeGender gender) {
        Patient person = new Patient();
        person.setId("Patient/one");
        person.setGender(gender);
        person.getBirthDateElement().setValueAsString(birth);
        person.addName().setFamily(family);
        return person;
    }
}
