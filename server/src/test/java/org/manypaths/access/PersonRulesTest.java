package org.manypaths.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;

class PersonRulesTest {

    @Test
    void takesADecisionForThatOfThePersonWhomItNames() {
        Provenance asked = new Provenance();
        asked.addTarget(new Reference("CarePlan/plan"));
        assertThat(PersonRules.people(asked)).isEmpty();
        asked.addTarget(new Reference("Patient/rosa/_history/3"));
        assertThat(PersonRules.people(asked)).containsExactly("Patient/rosa");
    }
}
