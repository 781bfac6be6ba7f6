package org.manypaths.partner;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.manypaths.testkit.PartnerBundle;

/** A partner that knows US Core and nothing of us is welcome all the same. */
class PlainUsCoreIT extends PartnerIT {

    @Test
    void isStoredWholeWithoutAProfileOfOurs() {
        Stored stored = stored(PartnerBundle.plainUsCore());
        String person = stored.the("Patient");
        assertThat(stored.all()).hasSize(7);
        assertThat(found("Patient/" + person.substring(8) + "/$everything?_count=50"))
                .hasSize(7);
    }

    @Test
    void answersOurSearchesWhereItsCodesAreOurs() {
        String person = stored(PartnerBundle.plainUsCore()).the("Patient");
        assertThat(found("Patient?_id=" + person
                        + "&_has:Observation:subject:substance-stage-current=alcohol$preparation"))
                .containsExactly(person);
        assertThat(found("Goal?patient=" + person + "&substance=alcohol")).isEmpty();
        assertThat(found("Goal?patient=" + person + "&target-date=le2027-01-31"))
                .hasSize(1);
    }

    @Test
    void bringsThePlanItsGoalItsProblemAndWhereItCameFrom() {
        Stored stored = stored(PartnerBundle.plainUsCore());
        Bundle read = client().search()
                .byUrl("CarePlan?patient=" + stored.the("Patient")
                        + "&category=http://hl7.org/fhir/us/core/CodeSystem/careplan-category%7Cassess-plan"
                        + "&_include=CarePlan:goal&_include=CarePlan:condition&_revinclude=Provenance:target")
                .returnBundle(Bundle.class)
                .execute();
        assertThat(references(read))
                .containsExactlyInAnyOrder(
                        stored.the("CarePlan"), stored.the("Goal"), stored.the("Condition"), stored.the("Provenance"));
    }
}
