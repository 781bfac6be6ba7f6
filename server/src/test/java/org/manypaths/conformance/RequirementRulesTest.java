package org.manypaths.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.junit.jupiter.api.Test;

class RequirementRulesTest {

    private final CapabilityStatement offered = statement(RestfulCapabilityMode.SERVER);

    @Test
    void areMetByAServerThatOffersTheSame() {
        assertThat(RequirementRules.met(statement(RestfulCapabilityMode.SERVER), offered))
                .isTrue();
    }

    @Test
    void ofClientsAreNotForAServerToMeet() {
        assertThat(RequirementRules.met(statement(RestfulCapabilityMode.CLIENT), offered))
                .isFalse();
    }

    @Test
    void areNotMetWithoutAnOperation() {
        CapabilityStatement required = statement(RestfulCapabilityMode.SERVER);
        required.getRestFirstRep().getResourceFirstRep().addOperation().setName("handoff");
        assertThat(RequirementRules.met(required, offered)).isFalse();
    }

    @Test
    void areNotMetWithoutAnOperationOfTheWholeServer() {
        CapabilityStatement required = statement(RestfulCapabilityMode.SERVER);
        required.getRestFirstRep().addOperation().setName("receive-handoff");
        assertThat(RequirementRules.met(required, offered)).isFalse();
    }

    @Test
    void areNotMetWithoutASearchParameter() {
        CapabilityStatement required = statement(RestfulCapabilityMode.SERVER);
        required.getRestFirstRep().getResourceFirstRep().addSearchParam().setName("agreement");
        assertThat(RequirementRules.met(required, offered)).isFalse();
    }

    @Test
    void areNotMetWithoutAType() {
        CapabilityStatement required = statement(RestfulCapabilityMode.SERVER);
        required.getRestFirstRep().addResource().setType("Goal");
        assertThat(RequirementRules.met(required, offered)).isFalse();
    }

    private static CapabilityStatement statement(RestfulCapabilityMode mode) {
        CapabilityStatement statement = new CapabilityStatement();
        statement
                .addRest()
                .setMode(mode)
                .addResource()
                .setType("CarePlan")
                .addInteraction()
                .setCode(TypeRestfulInteraction.READ);
        return statement;
    }
}
