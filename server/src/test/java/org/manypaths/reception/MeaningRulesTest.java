package org.manypaths.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.CompositionStatus;
import org.hl7.fhir.r4.model.Extension;
import org.junit.jupiter.api.Test;
import org.manypaths.refusal.Issue;
import org.manypaths.testkit.Fhir;

class MeaningRulesTest {

    private static final Extension NOT = new Extension("http://example.org/not-so", new BooleanType(true));

    @Test
    void letsBeReadWhatMeansWhatItSays() {
        assertThat(MeaningRules.check(changed(document -> {}))).isEmpty();
        assertThat(MeaningRules.check(changed(document -> composition(document).setStatus(CompositionStatus.AMENDED))))
                .isEmpty();
    }

    @Test
    void refusesWhatIsWithdrawn() {
        Issue issue = only(document -> composition(document).setStatus(CompositionStatus.ENTEREDINERROR));
        assertThat(issue.expression()).containsExactly("Bundle.entry[0].resource.status");
        assertThat(issue.problem()).contains("made in error");
    }

    @Test
    void refusesWhatAnUnknownExtensionMayTurnAround() {
        assertThat(only(document -> composition(document).addModifierExtension(NOT))
                        .problem())
                .contains("http://example.org/not-so");
        assertThat(only(document ->
                                composition(document).addSection().addSection().addModifierExtension(NOT))
                        .expression())
                .containsExactly("Bundle.entry[0].resource.modifierExtension");
    }

    @Test
    void refusesRulesInTheBackground() {
        Issue issue =
                only(document -> document.getEntry().get(2).getResource().setImplicitRules("http://example.org/rules"));
        assertThat(issue.expression()).containsExactly("Bundle.entry[2].resource.implicitRules");
        assertThat(issue.problem()).contains("http://example.org/rules");
        assertThat(only(document -> document.setImplicitRules("http://example.org/rules"))
                        .expression())
                .containsExactly("Bundle.implicitRules");
    }

    private static Composition composition(Bundle document) {
        return (Composition) document.getEntryFirstRep().getResource();
    }

    private static Issue only(Consumer<Bundle> change) {
        assertThat(MeaningRules.check(changed(change))).hasSize(1);
        return MeaningRules.check(changed(change)).get(0);
    }

    private static Arrived changed(Consumer<Bundle> change) {
        String text = PlainDocument.TEXT.replace("NUMBER", "9b3151bd-1cbf-4d64-b04d-cd9187a4c6e9");
        Bundle document = Fhir.CONTEXT.newJsonParser().parseResource(Bundle.class, text);
        change.accept(document);
        return Arrived.of(document, text);
    }
}
