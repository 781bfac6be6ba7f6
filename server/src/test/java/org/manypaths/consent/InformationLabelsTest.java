package org.manypaths.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InformationLabelsTest {

    @ParameterizedTest
    @EnumSource(
            value = InformationKind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"GENERAL_HEALTH"})
    void tellsOfEachKindWhatItsLabelTells(InformationKind kind) {
        List<Coding> labels =
                InformationLabels.codes(kind).stream().map(WholeConsent::label).toList();
        assertThat(labels).hasSize(1);
        assertThat(InformationLabels.told(labels)).containsExactly(kind);
    }

    @Test
    void hasNoLabelForHealthInGeneral() {
        assertThat(InformationLabels.codes(InformationKind.GENERAL_HEALTH)).isEmpty();
    }

    @Test
    void believesNoOtherSystemAndNoOtherCode() {
        List<Coding> foreign = List.of(new Coding("http://example.org", "HIV", null), WholeConsent.label("VIP"));
        assertThat(InformationLabels.told(foreign)).isEmpty();
        assertThat(InformationLabels.spokenOf(foreign)).isEmpty();
    }

    @Test
    void asksForTheNoticeWithAConsentAlone() {
        assertThat(Basis.values()).filteredOn(Basis::needsNotice).containsExactly(Basis.WRITTEN_CONSENT);
        assertThat(Basis.values()).allMatch(basis -> basis.paragraph().contains("42 CFR 2."));
    }
}
