package org.manypaths.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manypaths.testkit.StageBuilder.aStageOf;

import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.conformance.Canonical;
import org.manypaths.testkit.PartnerBundle;

/** A partner searches for what plans are about. */
class PlanSearchIT extends PartnerIT {

    private static final String SUBSTANCE = Canonical.BASE + "/CodeSystem/ihrp-substance|";

    @Test
    void findsGoalsRequestsAndMedicinesByTheirSubstance() {
        Stored stored = stored(PartnerBundle.plan());
        String person = "patient=" + stored.the("Patient");
        assertThat(found("Goal?" + person + "&substance=heroin")).containsExactly(stored.the("Goal"));
        assertThat(found("Goal?" + person + "&substance=opioids")).containsExactly(stored.the("Goal"));
        assertThat(found("Goal?" + person + "&substance=alcohol")).containsExactly(stored.the("Goal", 1));
        assertThat(found("Goal?" + person + "&substance=alcohol,heroin")).hasSize(2);
        assertThat(found("ServiceRequest?" + person + "&substance=" + SUBSTANCE + "alcohol"))
                .containsExactly(stored.the("ServiceRequest", 2));
        assertThat(found("MedicationRequest?" + person + "&intent=order&substance=" + SUBSTANCE + "heroin"))
                .containsExactlyElementsOf(stored.all("MedicationRequest"));
        assertThat(found("MedicationRequest?" + person + "&substance=alcohol")).isEmpty();
    }

    @Test
    void findsPeopleByTheDirectionOfTheirGoals() {
        Stored stored = stored(PartnerBundle.plan());
        String person = stored.the("Patient");
        assertThat(found("Goal?patient=" + person + "&goal-direction=safer-use"))
                .containsExactly(stored.the("Goal"));
        assertThat(found("Goal?patient=" + person + "&goal-direction=abstinence-one"))
                .isEmpty();
        assertThat(found("Patient?_id=" + person + "&_has:Goal:patient:goal-direction=reduced-frequency"))
                .containsExactly(person);
        assertThat(found("Patient?_id=" + person + "&_has:Goal:patient:goal-direction=moderation"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"|", "%7C"})
    void takesTheBarOfATokenAsItIsTypedAndAsItIsEscaped(String bar) {
        String goal = stored(PartnerBundle.plan()).the("Goal");
        String query =
                "/Goal?_id=" + goal + "&substance=" + Canonical.BASE + "/CodeSystem/ihrp-substance" + bar + "heroin";
        RawRequest raw = RawRequest.get(base(), query);
        assertThat(raw.status()).isEqualTo(200);
        assertThat(references(bundle(raw.body()))).containsExactly(goal);
    }

    @Test
    void sortsStagesByTimeAndCutsARange() {
        String person = stored(PartnerBundle.plan()).the("Patient");
        String october = stage(person, "2026-10-10T09:00:00Z");
        String november = stage(person, "2026-11-10T09:00:00Z");
        String september = stage(person, "2026-09-10T09:00:00Z");
        String stages = "Observation?patient=" + person + "&code=stage-of-change";
        assertThat(found(stages + "&_sort=date")).containsExactly(september, october, november);
        assertThat(found(stages + "&_sort=-date&_count=1")).containsExactly(november);
        assertThat(found(stages + "&date=ge2026-10-01&date=lt2026-11-01")).containsExactly(october);
        assertThat(found(stages + "&date=2026-11")).containsExactly(november);
        assertThat(found(stages + "&substance-stage=alcohol$action")).hasSize(3);
        assertThat(found(stages + "&substance-stage-current=alcohol$action")).containsExactly(november);
        assertThat(found(stages + "&stage-current=action")).containsExactly(november);
        assertThat(found(stages + "&stage=action&_sort=date&_elements=status")).hasSize(3);
    }

    @Test
    void takesAYearOrAMonthWithAllOfItsDays() {
        String person = stored(PartnerBundle.plan()).the("Patient");
        String stage = stage(person, "2026-11-10T09:00:00Z");
        String stages = "Observation?patient=" + person + "&code=stage-of-change";
        assertThat(found(stages + "&date=ge2026")).containsExactly(stage);
        assertThat(found(stages + "&date=le2026-11")).containsExactly(stage);
        assertThat(found(stages + "&date=ge2026-12")).isEmpty();
        assertThat(found(stages + "&date=le2026-10")).isEmpty();
        assertThat(found("Patient?_id=" + person + "&_has:Observation:subject:date=ge2026-11"))
                .containsExactly(person);
        assertThat(found("CarePlan?patient=" + person + "&goal.start-date=le2026"))
                .hasSize(1);
    }

    @Test
    void findsPlansByWhatIsInThem() {
        Stored stored = stored(PartnerBundle.plan());
        String plan = stored.the("CarePlan");
        String goal = stored.the("Goal", 1);
        assertThat(found("CarePlan?goal=" + goal)).containsExactly(plan);
        assertThat(found("CarePlan?activity-reference=" + stored.the("MedicationRequest")))
                .containsExactly(plan);
        assertThat(found("CarePlan?_id=" + plan + "&goal.substance=alcohol")).containsExactly(plan);
        assertThat(found("CarePlan?_id=" + plan + "&goal.substance=cannabis")).isEmpty();
        assertThat(found("CarePlan?_id=" + plan + "&agreement=agreed")).containsExactly(plan);
        assertThat(found("CarePlan?_id=" + plan + "&agreement=disagreed")).isEmpty();
    }

    private String stage(String person, String on) {
        Observation stage =
                aStageOf(person).substance("alcohol").stage("action").on(on).build();
        return client().create()
                .resource(stage)
                .execute()
                .getId()
                .toUnqualifiedVersionless()
                .getValue();
    }
}
