package org.manypaths.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.ImplementationGuide;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.Test;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.ServerIT;
import org.springframework.beans.factory.annotation.Autowired;

class GuideInstallationIT extends ServerIT {

    @Autowired
    private GuideInstaller installer;

    @Test
    void keepsTheReadableIdsOfTheGuide() {
        StructureDefinition profile = client().read()
                .resource(StructureDefinition.class)
                .withId("ihrp-stage-of-change")
                .execute();
        assertThat(profile.getUrl()).isEqualTo(Canonical.BASE + "/StructureDefinition/ihrp-stage-of-change");
        assertThat(profile.hasSnapshot()).isTrue();
    }

    @Test
    void listsEveryDefinitionOfThePackage() {
        ImplementationGuide guide = client().read()
                .resource(ImplementationGuide.class)
                .withId(Canonical.PACKAGE)
                .execute();
        assertThat(guide.getDefinition().getResource())
                .hasSameSizeAs(GuidePackage.fromClassPath().definitions(Fhir.CONTEXT));
    }

    @Test
    void leavesAnInstalledGuideAlone() {
        assertThat(installer.install(GuidePackage.fromClassPath())).isFalse();
    }

    @Test
    void expandsAValueSetWithAFilterFromTheStart() {
        ValueSet stages = (ValueSet) Fhir.CONTEXT
                .newJsonParser()
                .parseResource(http().get("/ValueSet/$expand?url=" + Canonical.BASE
                                + "/ValueSet/ihrp-stage-of-change&filter=prep&count=5")
                        .body());
        assertThat(stages.getExpansion().getContains())
                .extracting(ValueSet.ValueSetExpansionContainsComponent::getCode)
                .containsExactly("preparation");
    }

    @Test
    void namesItsOwnSearchParametersInTheCapabilityStatement() {
        CapabilityStatement statement =
                client().capabilities().ofType(CapabilityStatement.class).execute();
        assertThat(statement.getRestFirstRep().getResource())
                .filteredOn(resource -> resource.getType().equals("Observation"))
                .flatExtracting(CapabilityStatement.CapabilityStatementRestResourceComponent::getSearchParam)
                .extracting(CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent::getName)
                .contains("substance");
    }
}
