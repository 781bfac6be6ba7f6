package org.manypaths.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Identifier.IdentifierUse;
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

    @ParameterizedTest
    @CsvSource({
        "OFFICIAL, false, Other, 1991-02-03, FEMALE, true",
        "OFFICIAL, false, Other, 1950-01-01, , true",
        "OFFICIAL, false, Other, 1950-01-01, MALE, false",
        "OFFICIAL, true, Other, 1950-01-01, MALE, false",
        "OLD, false, Plain, 1991-02-03, FEMALE, false",
        "OLD, true, Plain, 1991-02-03, FEMALE, true"
    })
    void looksTwiceAtWhoIsFoundByAnIdentifier(
            IdentifierUse use,
            boolean sameAddress,
            String family,
            String birth,
            AdministrativeGender gender,
            boolean certain) {
        Patient here = person("Plain", "1991-02-03", AdministrativeGender.FEMALE);
        here.addIdentifier().setSystem("urn:x").setValue("1");
        Patient arrived = person(family, birth, gender);
        arrived.addIdentifier().setSystem("urn:x").setValue("1").setUse(use);
        if (certain) {
            assertThatCode(() -> PersonMatcher.requireCertain(here, arrived, sameAddress))
                    .doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> PersonMatcher.requireCertain(here, arrived, sameAddress))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.getStatusCode())
                            .isEqualTo(409));
        }
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
