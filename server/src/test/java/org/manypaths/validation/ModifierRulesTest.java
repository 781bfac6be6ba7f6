package org.manypaths.validation;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.Test;

/** What may turn the meaning of a record around, and nobody here knows. */
class ModifierRulesTest {

    @Test
    void refusesRulesInTheBackground() {
        Observation observation = new Observation();
        assertThat(ModifierRules.check(observation)).isEmpty();
        observation.setImplicitRules("http://example.org/rules");
        assertThat(ModifierRules.check(observation)).singleElement().satisfies(issue -> {
            assertThat(issue.refuses()).isTrue();
            assertThat(issue.expression()).containsExactly("Observation.implicitRules");
            assertThat(issue.problem()).contains("http://example.org/rules");
        });
    }

    @Test
    void refusesAnUnknownExtensionOfAPart() {
        Observation observation = new Observation();
        observation.addComponent().addModifierExtension(new Extension("http://example.org/not", new BooleanType(true)));
        assertThat(ModifierRules.check(observation)).singleElement().satisfies(issue -> assertThat(issue.expression())
                .containsExactly("Observation.component[0].modifierExtension"));
    }
}
