package org.manypaths.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Composition.CompositionStatus;
import org.hl7.fhir.r4.model.Composition.SectionComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manypaths.conformance.Canonical;

/** What a note says of a section that has no entries: nil known and not asked are told apart from all else. */
class HandoffNoteTest {

    @ParameterizedTest
    @CsvSource({
        "nilknown, it was recorded that nothing of this is known",
        "notasked, it was recorded that nobody had asked"
    })
    void whatANoteSaysOfAnEmptySectionIsTold(String reason, String words) {
        DocumentFacts facts = new DocumentFacts(Rosa.story()
                .without("CarePlan/rosa-return-to-use", "Composition/rosa-handoff")
                .with(note("2026-01-06", reason))
                .document());
        assertThat(reason(facts)).isEqualTo(reason);
        assertThat(facts.text("return-to-use-plan"))
                .startsWith("On 6 January 2026 " + words + ": “We talked about it.”");
    }

    @Test
    void aNoteThatCameLaterIsNotKnownYetAndAnOlderOneCountsNoMore() {
        Rosa later = Rosa.story()
                .without("CarePlan/rosa-return-to-use", "Composition/rosa-handoff")
                .with(note("2026-02-01", "nilknown"));
        assertThat(reason(new DocumentFacts(later.document()))).isEqualTo("unavailable");
        Rosa two = Rosa.story()
                .without("CarePlan/rosa-return-to-use", "Composition/rosa-handoff")
                .with(note("2026-01-07", "unavailable"))
                .with(note("2026-01-06", "nilknown"));
        assertThat(reason(new DocumentFacts(two.document()))).isEqualTo("unavailable");
        Rosa listed = Rosa.story().without("CarePlan/rosa-return-to-use").with(note("2026-01-06", "nilknown"));
        assertThat(reason(new DocumentFacts(listed.document())))
                .as("the story's own note lists a plan later")
                .isEqualTo("unavailable");
    }

    @Test
    void nothingIsSaidToBeNoneOverWhatIsKeptBack() {
        Rosa story = Rosa.story()
                .without("Composition/rosa-handoff")
                .change(CarePlan.class, "rosa-return-to-use", plan -> plan.getMeta()
                        .addSecurity("http://terminology.hl7.org/CodeSystem/v3-ActCode", "HIV", "HIV"))
                .with(note("2026-01-06", "nilknown"));
        assertThat(reason(new DocumentFacts(story.document()))).isEqualTo("unavailable");
    }

    private static String reason(DocumentFacts facts) {
        return facts.section("return-to-use-plan")
                .getEmptyReason()
                .getCodingFirstRep()
                .getCode();
    }

    private static Composition note(String day, String reason) {
        Composition note = new Composition();
        note.setId("Composition/note-" + day);
        note.getMeta().addProfile(CompositionWriter.PROFILE);
        note.setStatus(CompositionStatus.FINAL)
                .setSubject(new Reference("Patient/rosa"))
                .setCustodian(new Reference("Organization/harbour-house"))
                .setDateElement(new DateTimeType(day));
        SectionComponent section = note.addSection();
        section.getCode()
                .addCoding(new Coding(Canonical.BASE + "/CodeSystem/ihrp-handoff-section", "return-to-use-plan", null));
        section.getEmptyReason()
                .addCoding(new Coding("http://terminology.hl7.org/CodeSystem/list-empty-reason", reason, null));
        section.getText().setDivAsString("<div>We talked about it.</div>");
        return note;
    }
}
