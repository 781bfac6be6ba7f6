package org.manypaths.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.manypaths.conformance.Canonical;

/** What the person sets right in a document is told with the record that it is about. */
class HandoffAmendmentTest {

    @Test
    void isToldWithTheDiagnosisThatItIsAbout() {
        assertThat(amended(Condition.class, "rosa-grief"))
                .contains("“It was otherwise.” — the person’s correction About: Diagnosis Prolonged grief, recorded "
                        + "5 January 2026.");
    }

    @Test
    void isToldWithWhatWasObserved() {
        assertThat(amended(Observation.class, "rosa-use-alcohol"))
                .contains("About: Substance use, alcohol: Uses at present, recorded 5 January 2026.");
    }

    @Test
    void isToldWithTheMedicineOrTheGoal() {
        assertThat(amended(MedicationRequest.class, "rosa-buprenorphine"))
                .contains("About: Medicine in the plan buprenorphine 8 MG / naloxone 2 MG Sublingual Film, recorded ");
        assertThat(amended(Goal.class, "rosa-drink-less"))
                .contains("About: Goal “Two beers with dinner, and nothing before work.”, recorded 9 January 2026.");
    }

    private static <R extends DomainResource> String amended(Class<R> type, String id) {
        Rosa story = Rosa.story().change(type, id, record -> {
            Extension amendment = record.addExtension();
            amendment.setUrl(Canonical.BASE + "/StructureDefinition/ihrp-person-amendment");
            amendment.addExtension("kind", new CodeType("correction"));
            amendment.addExtension("text", new StringType("It was otherwise."));
        });
        return new DocumentFacts(story.document()).text("preferences");
    }
}
