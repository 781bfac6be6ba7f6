package org.manypaths.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.Test;
import org.manypaths.security.Persons;

class DemoUsersTest {

    private final Patient person = (Patient) new Patient().setId("p");

    @Test
    void tellsWhenSomebodyWasBornAndTheirNumber() {
        person.setBirthDateElement(new DateType("1984-06-17")).addIdentifier().setValue("MP-1");
        assertThat(DemoUsers.more(person)).isEqualTo("born 1984-06-17, identifier MP-1, record p");
    }

    /** A date that is not told may still say why. */
    @Test
    void saysNothingOfWhatIsNotTold() {
        DateType birth = new DateType();
        birth.addExtension(new Extension("http://hl7.org/fhir/StructureDefinition/data-absent-reason"));
        person.setBirthDateElement(birth);
        assertThat(new Persons.Choice("p", "", DemoUsers.more(person)).label())
                .isEqualTo("Somebody whose name is not told, record p");
    }
}
