package org.manypaths.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.PartnerBundle;

/** A partner reads a person's plan. */
class PlanReadingIT extends PartnerIT {

    @Nested
    class InOneRequest {

        @Test
        void bringsGoalsAndActivitiesToTheHapiClient() {
            Stored stored = stored(PartnerBundle.plan());
            String plan = stored.the("CarePlan");
            Bundle read = client().search()
                    .forResource(CarePlan.class)
                    .where(CarePlan.RES_ID.exactly().identifier(plan))
                    .include(CarePlan.INCLUDE_GOAL)
                    .include(CarePlan.INCLUDE_ACTIVITY_REFERENCE)
                    .returnBundle(Bundle.class)
                    .execute();
            assertThat(byReference(read, Goal.class)).containsOnlyKeys(stored.all("Goal"));
            assertThat(byReference(read, Goal.class).values())
                    .extracting(goal -> goal.getDescription().getText())
                    .containsExactlyInAnyOrder("Not to be alone when I use.", "Beer on Saturdays only.");
            assertThat(byReference(read, MedicationRequest.class)).containsOnlyKeys(stored.all("MedicationRequest"));
            assertThat(byReference(read, ServiceRequest.class)).containsOnlyKeys(stored.all("ServiceRequest"));
        }

        @Test
        void bringsThePersonAndTheGoalsToAnyProgram() {
            Stored stored = stored(PartnerBundle.plan());
            String person = stored.the("Patient");
            List<String> read = found("CarePlan?patient=" + person
                    + "&category=integrative-plan&_include=CarePlan:patient&_include=CarePlan:goal");
            assertThat(read)
                    .containsExactlyInAnyOrder(
                            person, stored.the("CarePlan"), stored.the("Goal"), stored.the("Goal", 1));
        }

        @Test
        void bringsThePlanWithThePersonBackwards() {
            Stored stored = stored(PartnerBundle.plan());
            String person = stored.the("Patient");
            assertThat(found("Patient?_id=" + person + "&_revinclude=CarePlan:patient&_revinclude=Goal:patient"))
                    .contains(person, stored.the("CarePlan"))
                    .containsAll(stored.all("Goal"))
                    .hasSize(4);
        }

        @Test
        void bringsEverythingAboutThePerson() {
            Stored stored = stored(PartnerBundle.plan());
            Bundle everything = bundle(http().get("/" + stored.the("Patient") + "/$everything?_count=50")
                    .body());
            assertThat(references(everything)).containsExactlyInAnyOrderElementsOf(stored.all());
        }

        @Test
        void comesAsXmlToo() {
            String plan = stored(PartnerBundle.plan()).the("CarePlan");
            String xml = http().send(http().request("/" + plan).setHeader("Accept", "application/fhir+xml"))
                    .body();
            CarePlan read = Fhir.CONTEXT.newXmlParser().parseResource(CarePlan.class, xml);
            assertThat(read.getTitle()).isEqualTo("Ada's plan");
            assertThat(http().get("/" + plan + "?_format=xml").body()).startsWith("<CarePlan");
        }
    }

    @Test
    void tellsTheHistoryOfOnePlan() {
        String plan = stored(PartnerBundle.plan()).the("CarePlan");
        CarePlan read = client().read().resource(CarePlan.class).withUrl(plan).execute();
        client().update().resource(read.setStatus(CarePlanStatus.ONHOLD)).execute();
        Bundle history =
                client().history().onInstance(plan).returnBundle(Bundle.class).execute();
        assertThat(history.getEntry())
                .extracting(entry -> ((CarePlan) entry.getResource()).getStatus())
                .containsExactly(CarePlanStatus.ONHOLD, CarePlanStatus.ACTIVE);
        CarePlan first = Fhir.CONTEXT
                .newJsonParser()
                .parseResource(
                        CarePlan.class, http().get("/" + plan + "/_history/1").body());
        assertThat(first.getStatus()).isEqualTo(CarePlanStatus.ACTIVE);
    }

    @Nested
    class BeforeWriting {

        @Test
        void learnsThatAGoodPlanIsGood() {
            assertThat(validated(plan()).getIssue()).noneMatch(issue -> Set.of(IssueSeverity.ERROR, IssueSeverity.FATAL)
                    .contains(issue.getSeverity()));
        }

        @Test
        void learnsWhatABadPlanLacksAndNothingIsStored() {
            CarePlan plan = plan();
            plan.setSubject(null);
            plan.getIdentifierFirstRep().setValue(PartnerBundle.newNumber());
            assertThat(validated(plan).getIssue()).anySatisfy(issue -> {
                assertThat(issue.getSeverity()).isEqualTo(IssueSeverity.ERROR);
                assertThat(issue.getDiagnostics()).contains("subject");
            });
            assertThat(found("CarePlan?identifier="
                            + plan.getIdentifierFirstRep().getValue()))
                    .isEmpty();
        }

        private OperationOutcome validated(CarePlan plan) {
            Parameters in = new Parameters();
            in.addParameter().setName("resource").setResource(plan);
            String body = http().post(
                            "/CarePlan/$validate", Fhir.CONTEXT.newJsonParser().encodeResourceToString(in))
                    .body();
            return Fhir.CONTEXT.newJsonParser().parseResource(OperationOutcome.class, body);
        }

        private CarePlan plan() {
            Stored stored = stored(PartnerBundle.plan());
            return client().read()
                    .resource(CarePlan.class)
                    .withUrl(stored.the("CarePlan"))
                    .execute();
        }
    }

    @Test
    void choosesACodeFromAFilteredValueSet() {
        String url = "https://w3id.org/manypaths/fhir/ValueSet/ihrp-goal-direction";
        Parameters none = new Parameters();
        ValueSet expanded = client().operation()
                .onType(ValueSet.class)
                .named("$expand")
                .withParameters(none)
                .andParameter("url", new UriType(url))
                .andParameter("filter", new StringType("safer"))
                .returnResourceType(ValueSet.class)
                .execute();
        assertThat(expanded.getExpansion().getContains())
                .extracting(contained -> contained.getCode())
                .containsExactlyInAnyOrder("safer-use", "safer-route");
    }

    @Test
    void findsThePersonAgainByNumber() {
        String number = PartnerBundle.newNumber();
        Patient person = new Patient();
        person.addIdentifier().setSystem("https://partner.example/people").setValue(number);
        client().create().resource(person).execute();
        Bundle found = client().search()
                .forResource(Patient.class)
                .where(Patient.IDENTIFIER.exactly().systemAndIdentifier("https://partner.example/people", number))
                .returnBundle(Bundle.class)
                .execute();
        assertThat(found.getTotal()).isEqualTo(1);
    }
}
