package org.manypaths.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.manypaths.consent.Basis;
import org.manypaths.consent.Decision;
import org.manypaths.testkit.Fhir;

/** What the trail says of a document: it goes on the grounds on which its records go. */
class AnswerEntriesTest {

    private static final Facts FACTS = new Facts(
            Optional.of("detox"), Optional.empty(), Optional.of("demo-detox"), Optional.empty(), "GET x", "request-1");

    private final AnswerEntries entries = new AnswerEntries(new Persons(Fhir.CONTEXT));
    private final Disclosures notes = Disclosures.unattached();

    @Test
    void aDocumentRestsOnTheGroundOfItsRecords() {
        decided(Decision.permit(Basis.OWN_PROGRAMME));
        List<Entry> own = entries.of(FACTS, Kind.OPERATION, document(), notes);
        assertThat(own).hasSize(1);
        assertThat(own.get(0).basis()).contains("OWN_PROGRAMME");
        assertThat(own.get(0).records()).containsExactlyInAnyOrder("Goal/g", "Composition/c", "Bundle/b");

        decided(Decision.permitByConsent("consent-7"));
        List<Entry> consented = entries.of(FACTS, Kind.OPERATION, document(), notes);
        assertThat(consented).hasSize(1);
        assertThat(consented.get(0).consent()).contains("consent-7");
        assertThat(consented.get(0).holder()).contains("demo-detox");
    }

    @Test
    void aDocumentOfWhichNothingIsKnownIsToldAllTheSame() {
        assertThat(entries.of(FACTS, Kind.OPERATION, document(), notes))
                .filteredOn(entry -> entry.person().isPresent())
                .isNotEmpty()
                .allMatch(entry -> entry.basis().isEmpty());
    }

    @Test
    void aRecordThatIsLookedAtAndGivenInADocumentIsOne() {
        decided(Decision.permitByConsent("consent-7"));
        Goal looked = goal();
        looked.setId("Goal/g/_history/3");
        notes.drawnFrom(looked);
        assertThat(entries.of(FACTS, Kind.OPERATION, document(), notes).get(0).records())
                .containsExactlyInAnyOrder("Goal/g/_history/3", "Composition/c", "Bundle/b");
    }

    @Test
    void severalVersionsThatAreGivenAreAllNamed() {
        decided(Decision.permitByConsent("consent-7"));
        Bundle history = new Bundle().setType(BundleType.HISTORY);
        for (int version = 1; version <= 2; version++) {
            Goal goal = goal();
            goal.setId("Goal/g/_history/" + version);
            history.addEntry().setResource(goal);
        }
        assertThat(entries.of(FACTS, Kind.READ, history, notes).get(0).records())
                .containsExactly("Goal/g/_history/1", "Goal/g/_history/2");
    }

    private void decided(Decision decision) {
        notes.decided("Goal/g", Optional.of("rosa"), Optional.of("demo-detox"), decision);
    }

    private static Bundle document() {
        Composition composition = new Composition();
        composition.setId("c");
        composition.setSubject(new Reference("Patient/rosa"));
        Bundle document = new Bundle().setType(BundleType.DOCUMENT);
        document.setId("b");
        for (Resource part : List.of(composition, goal())) {
            document.addEntry().setResource(part);
        }
        return document;
    }

    private static Goal goal() {
        Goal goal = new Goal();
        goal.setId("g");
        goal.setSubject(new Reference("Patient/rosa"));
        return goal;
    }
}
