package org.manypaths.prescriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.manypaths.narrative.Account;
import org.manypaths.narrative.NarrativeWriter;

/** A proposal and its decision name the medicine, the person and both sides. */
class ProposalWordsTest {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-02-03T10:00:00-05:00");
    private static final String FILMS = "Buprenorphine with naloxone";

    private final CarePlan plan = plan();
    private final MedicationRequest films = order("films", FILMS);
    private final MedicationRequest depot = order("depot", "Buprenorphine depot");

    @Test
    void saysWhoProposesWhichMedicineToWhom() {
        Account account = NarrativeWriter.fromClassPath().account(task());
        assertThat(account.says())
                .containsExactly(
                        "One visit a week.",
                        "River Pharmacy Practice proposes Buprenorphine depot for Rosa Delgado to Harbour House.");
        assertThat(account.facts())
                .contains(
                        new Account.Fact("What", List.of("A proposal to decide on")),
                        new Account.Fact("Regarding", List.of("Buprenorphine depot")))
                .noneSatisfy(fact -> assertThat(fact.values().toString()).contains("focal", "a medicine in the plan"));
    }

    @Test
    void thePlanNamesTheMedicineThatNowStands() {
        decide(Optional.of(films));
        assertThat(plan.getActivity()).singleElement().satisfies(activity -> assertThat(
                        activity.getReference().getDisplay())
                .isEqualTo("Buprenorphine depot"));
    }

    @Test
    void aMedicineThatReplacesNoneIsNamedInThePlan() {
        decide(Optional.empty());
        assertThat(plan.getActivity().stream()
                        .map(activity -> activity.getReference().getDisplay()))
                .containsExactly(FILMS, "Buprenorphine depot");
    }

    @Test
    void noNameOfAnotherMedicineIsKept() {
        depot.setMedication(new Reference("Medication/1"));
        decide(Optional.of(films));
        assertThat(plan.getActivityFirstRep().getReference().getReference()).isEqualTo("MedicationRequest/depot");
        assertThat(plan.getActivityFirstRep().getReference().hasDisplay()).isFalse();
    }

    private void decide(Optional<MedicationRequest> replaced) {
        new ProposalDecision(true, Optional.empty())
                .carryOut(new ProposalDecision.Subject(task(), depot, replaced, plan), NOW);
    }

    private Task task() {
        return new Proposal(
                        plan,
                        depot,
                        Optional.of(films),
                        Optional.of("One visit a week."),
                        new Reference("Organization/river").setDisplay("River Pharmacy Practice"),
                        NOW)
                .task("MedicationRequest/depot", new Reference("Organization/harbour").setDisplay("Harbour House"));
    }

    private CarePlan plan() {
        CarePlan made = new CarePlan();
        made.setId("CarePlan/1");
        made.setSubject(new Reference("Patient/rosa").setDisplay("Rosa Delgado"));
        made.addActivity().setReference(new Reference("MedicationRequest/films").setDisplay(FILMS));
        return made;
    }

    private static MedicationRequest order(String id, String medicine) {
        MedicationRequest order = new MedicationRequest();
        order.setId("MedicationRequest/" + id);
        order.setMedication(new CodeableConcept().setText(medicine));
        return order;
    }
}
