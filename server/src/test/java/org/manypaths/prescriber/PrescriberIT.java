package org.manypaths.prescriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.access.AccessFixtures;
import org.manypaths.conformance.Canonical;
import org.manypaths.handoff.StoredStory;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;
import org.manypaths.testkit.Tokens;

/** A prescriber of another organisation, to whom the person lets the plan go. */
class PrescriberIT extends ServerIT {

    private static final String TEAM = "demo-counselling";

    private StoredStory story;
    private String films;

    @BeforeEach
    void tell() {
        AccessFixtures.organizations(http());
        story = StoredStory.tellAsOf(TEAM, http());
        films = "MedicationRequest/" + story.number() + "-buprenorphine";
        AccessFixtures.store(
                team(), "Consent", AccessFixtures.consent(story.number(), TEAM, List.of("demo-prescriber"), "active"));
        stands(CarePlan.CarePlanStatus.ACTIVE);
    }

    @Test
    void tellsWhatIsTakenInOneRequest() {
        HttpResponse<String> response = prescriber().get("/Patient/" + story.number() + "/$prescriber-view");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        ParametersParameterComponent medicine = view(films);
        assertThat(words(medicine, "last-given")).startsWith("2026-01-12T08:05");
        assertThat(words(medicine, "next-due")).startsWith("2026-01-13T");
        assertThat(words(medicine, "supply-until")).startsWith("2026-01-19T");
        assertThat(medicine.getPart().stream().map(ParametersParameterComponent::getName))
                .contains("phase", "last-dose", "supply", "stance", "concern", "goal");
        assertThat(response.body())
                .contains("\"MedicationAdministration\"", "\"Goal\"", "Two films under the tongue", "stabilization");
        assertThat(response.headers().firstValue("X-Consent-Notice").isPresent()
                        || response.body().contains("42CFRPart2"))
                .isTrue();
    }

    @Test
    void tellsAlsoOfSuppliesThatNobodyCanRead() {
        for (String days : List.of("1e17", "99999999")) {
            AccessFixtures.store(team(), "MedicationDispense", """
                    {"resourceType":"MedicationDispense","status":"completed","subject":{"reference":"Patient/%s"},
                     "medicationCodeableConcept":{"coding":[{"code":"x","display":"Films"}]},
                     "daysSupply":{"value":%s,"unit":"days","system":"http://unitsofmeasure.org","code":"d"},
                     "authorizingPrescription":[{"reference":"%s"}],"whenHandedOver":"9999-12-31"}""".formatted(story.number(), days, films));
            AccessFixtures.store(team(), "MedicationAdministration", """
                    {"resourceType":"MedicationAdministration","status":"completed","subject":{"reference":"Patient/%s"},
                     "medicationCodeableConcept":{"coding":[{"code":"x","display":"Films"}]},
                     "effectiveDateTime":"2026-01-11T08:00:00-05:00"}""".formatted(story.number()));
        }
        assertThat(words(view(films), "supply-until")).startsWith("2026-01-19T");
    }

    @Test
    void isNotThereForThoseWithoutABasis() {
        assertThat(http(TestClients.STRANGER)
                        .get("/Patient/" + story.number() + "/$prescriber-view")
                        .statusCode())
                .isEqualTo(404);
        assertThat(http(TestClients.STRANGER)
                        .post("/CarePlan/" + story.number() + "-day-5/$propose-medicine", proposal("weekly"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void putsAProposalBeforeTheTeamAndIntoThePlanWhenItIsAccepted() {
        Parameters filed = proposed(proposal("Depot once a week"));
        String order = reference(filed.getParameter(), "order");
        String task = reference(filed.getParameter(), "task");
        assertThat(read(team(), order, MedicationRequest.class).getStatus().toCode())
                .isEqualTo("draft");
        assertThat(team().get("/Task?patient=" + story.number() + "&status=requested")
                        .body())
                .contains(task.substring("Task/".length()));
        assertThat(prescriber().get("/" + task).statusCode()).isEqualTo(200);
        assertThat(plan().getActivity().stream()
                        .map(activity -> activity.getReference().getReference()))
                .contains(films)
                .doesNotContain(order);

        assertThat(Outcome.codes(prescriber().post("/" + task + "/$decide-proposal", decision("accept", "")), 403))
                .containsExactly("proposal/not-yours");
        Http reader = withoutToken().with(Tokens.fetch(base(), TestClients.COUNSELLING, "system/*.rs"));
        assertThat(Outcome.codes(reader.post("/" + task + "/$decide-proposal", decision("accept", "")), 403))
                .containsExactly("access/scope");
        HttpResponse<String> accepted = team().post("/" + task + "/$decide-proposal", decision("accept", ""));
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
        assertThat(plan().getActivity().stream()
                        .map(activity -> activity.getReference().getReference()))
                .contains(order)
                .doesNotContain(films);
        MedicationRequest stands = read(prescriber(), order, MedicationRequest.class);
        assertThat(stands.getStatus().toCode()).isEqualTo("active");
        assertThat(stands.getIntent().toCode()).isEqualTo("order");
        assertThat(read(team(), films, MedicationRequest.class).getStatus().toCode())
                .isEqualTo("stopped");
        assertThat(read(prescriber(), task, Task.class).getStatus().toCode()).isEqualTo("completed");
        assertThat(view(order).getPart().stream().map(ParametersParameterComponent::getName))
                .as("what was true of the films, and what the person thinks, is still told")
                .contains("last-dose", "stance", "concern", "goal");
        assertThat(words(view(order), "last-given")).startsWith("2026-01-12T08:05");
        assertThat(Outcome.codes(team().post("/" + task + "/$decide-proposal", decision("accept", "")), 409))
                .containsExactly("proposal/decided");
    }

    @Test
    void tellsByTheirNamesWhoProposesWhichMedicineToWhom() {
        String task = reference(proposed(proposal("Depot once a week")).getParameter(), "task");
        Task read = read(team(), task, Task.class);
        assertThat(read.getText().getDiv().allText())
                .containsIgnoringCase(
                        read.getRequester().getDisplay() + " proposes Buprenorphine depot for Rosa Delgado to "
                                + read.getOwner().getDisplay())
                .doesNotContain("focal", "a medicine in the plan");
        assertThat(read.getRequester().getDisplay()).isNotBlank();
        assertThat(read.getOwner().getDisplay()).isNotBlank();
        assertThat(team().post("/" + task + "/$decide-proposal", decision("accept", ""))
                        .statusCode())
                .isEqualTo(200);
        assertThat(plan().getActivity().stream()
                        .map(activity -> activity.getReference().getDisplay()))
                .contains("Buprenorphine depot")
                .doesNotContain("Buprenorphine with naloxone");
    }

    @Test
    void changesNothingOfOthersForATaskOfOnesOwn() {
        String order = reference(proposed(proposal("Depot")).getParameter(), "order");
        String own = AccessFixtures.store(prescriber(), "Task", """
                {"resourceType":"Task","status":"requested","intent":"proposal",
                 "code":{"coding":[{"system":"http://hl7.org/fhir/CodeSystem/task-code","code":"approve"}]},
                 "focus":{"reference":"%s"},"basedOn":[{"reference":"CarePlan/%s-day-5"}],
                 "for":{"reference":"Patient/%s"}}""".formatted(order, story.number(), story.number()));
        assertThat(Outcome.codes(prescriber().post("/Task/" + own + "/$decide-proposal", decision("accept", "")), 422))
                .containsExactly("proposal/not-a-proposal");
        assertThat(read(team(), order, MedicationRequest.class).getStatus().toCode())
                .isEqualTo("draft");
        assertThat(plan().getActivity().stream()
                        .map(activity -> activity.getReference().getReference()))
                .contains(films);
    }

    @Test
    void tellsThePrescriberWhyAProposalWasDeclined() {
        String task = reference(proposed(proposal("Twice a day")).getParameter(), "task");
        assertThat(Outcome.codes(team().post("/" + task + "/$decide-proposal", decision("decline", "")), 422))
                .containsExactly("proposal/reason");
        assertThat(Outcome.codes(team().post("/" + task + "/$decide-proposal", decision("perhaps", "")), 400))
                .containsExactly("proposal/decision");
        HttpResponse<String> declined =
                team().post("/" + task + "/$decide-proposal", decision("decline", "Rosa wants to keep the films."));
        assertThat(declined.statusCode()).as(declined.body()).isEqualTo(200);
        Task decided = read(prescriber(), task, Task.class);
        assertThat(decided.getStatus().toCode()).isEqualTo("rejected");
        assertThat(decided.getStatusReason().getText()).isEqualTo("Rosa wants to keep the films.");
        assertThat(plan().getActivity().stream()
                        .map(activity -> activity.getReference().getReference()))
                .contains(films);
    }

    @Test
    void replacesAnOrderOnce() {
        Parameters first = proposed(proposal("Depot once a week"));
        Parameters second = proposed(proposal("Depot once a month").replace(films, base() + "/" + films));
        String order = reference(first.getParameter(), "order");
        assertThat(read(team(), order, MedicationRequest.class).getExtension())
                .extracting(Extension::getUrl)
                .as("what the films were for")
                .contains(Canonical.BASE + "/StructureDefinition/ihrp-moud-phase");
        String accept = "/$decide-proposal";
        assertThat(team().post("/" + reference(first.getParameter(), "task") + accept, decision("accept", ""))
                        .statusCode())
                .isEqualTo(200);
        String late = "/" + reference(second.getParameter(), "task") + accept;
        assertThat(Outcome.codes(team().post(late, decision("accept", "")), 409))
                .containsExactly("proposal/replaced");
        assertThat(team().post(late, decision("decline", "The depot came first."))
                        .statusCode())
                .isEqualTo(200);
        assertThat(Outcome.codes(
                        prescriber().post("/CarePlan/" + story.number() + "-day-5/$propose-medicine", proposal("x")),
                        409))
                .containsExactly("proposal/replaced");
    }

    @Test
    void changesNoPlanThatHasEnded() {
        String task = reference(proposed(proposal("Depot")).getParameter(), "task");
        stands(CarePlan.CarePlanStatus.COMPLETED);
        assertThat(Outcome.codes(team().post("/" + task + "/$decide-proposal", decision("accept", "")), 409))
                .containsExactly("proposal/plan-closed");
        assertThat(Outcome.codes(
                        prescriber().post("/CarePlan/" + story.number() + "-day-5/$propose-medicine", proposal("x")),
                        409))
                .containsExactly("proposal/plan-closed");
        assertThat(read(team(), films, MedicationRequest.class).getStatus().toCode())
                .isEqualTo("active");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Patient/other", "http://127.0.0.1:9/Patient/NUMBER"})
    void refusesAnOrderForSomebodyElse(String person) {
        String order = proposal("x")
                .replace(
                        "\"dosageInstruction\"",
                        "\"subject\":{\"reference\":\"" + person.replace("NUMBER", story.number())
                                + "\"},\"dosageInstruction\"");
        assertThat(Outcome.codes(
                        prescriber().post("/CarePlan/" + story.number() + "-day-5/$propose-medicine", order), 422))
                .containsExactly("proposal/other-person");
    }

    @Test
    void proposesInNobodyElsesName() {
        String path = "/CarePlan/" + story.number() + "-day-5/$propose-medicine";
        for (String other : List.of("Practitioner/amina-haddad", "Organization/" + TEAM, "Patient/" + story.number())) {
            HttpResponse<String> answer = prescriber().post(path, signedBy("{\"reference\":\"" + other + "\"}"));
            assertThat(Outcome.codes(answer, 403)).as(answer.body()).containsExactly("proposal/not-yours");
        }
        String order = reference(
                proposed(signedBy("{\"display\":\"Dr Amina Haddad\"}")).getParameter(), "order");
        assertThat(read(team(), order, MedicationRequest.class).getRequester().getReference())
                .isEqualTo("Organization/demo-prescriber");
        proposed(signedBy("{\"reference\":\"Organization/demo-prescriber\"}"));
    }

    private String signedBy(String requester) {
        return proposal("x").replace("\"dosageInstruction\"", "\"requester\":" + requester + ",\"dosageInstruction\"");
    }

    @Test
    void refusesWhatIsNoProposalForThePlan() {
        String path = "/CarePlan/" + story.number() + "-day-5/$propose-medicine";
        assertThat(Outcome.codes(prescriber().post(path, "{\"resourceType\":\"Parameters\"}"), 400))
                .containsExactly("proposal/order");
        for (String other : List.of("MedicationRequest/none", "http://127.0.0.1:9/fhir/" + films)) {
            assertThat(Outcome.codes(prescriber().post(path, proposal("x").replace(films, other)), 422))
                    .containsExactly("proposal/replaces");
        }
        assertThat(Outcome.codes(
                        withoutToken()
                                .with(Tokens.fetch(base(), TestClients.PRESCRIBER, "system/*.rs"))
                                .post(path, proposal("x")),
                        403))
                .containsExactly("proposal/scope");
        assertThat(Outcome.codes(
                        withoutToken()
                                .with(Tokens.fetch(
                                        base(),
                                        TestClients.PRESCRIBER,
                                        "system/*.rs system/Task.c system/MedicationRequest.c?status=stopped"))
                                .post(path, proposal("x")),
                        403))
                .containsExactly("proposal/scope");
        String hidden = AccessFixtures.store(http(TestClients.DETOX), "Patient", AccessFixtures.patient("Hidden"));
        String refers = "\"dosageInstruction\"";
        List<String> answers = java.util.stream.Stream.of(hidden, "0a0a0a0a-0000-4000-8000-000000000003")
                .map(id -> prescriber()
                        .post(
                                path,
                                proposal("x")
                                        .replace(
                                                refers,
                                                "\"recorder\":{\"reference\":\"Practitioner/" + id + "\"},"
                                                        + "\"reasonReference\":[{\"reference\":\"Condition/" + id
                                                        + "\"}]," + refers))
                        .body()
                        .replace(id, "ID"))
                .toList();
        assertThat(answers.get(0)).contains("request/dangling-reference").isEqualTo(answers.get(1));
        HttpResponse<String> without =
                prescriber().post(path, proposal("x").replaceFirst("\"medicationCodeableConcept\":\\{[^}]*},", ""));
        assertThat(without.statusCode()).as(without.body()).isEqualTo(422);
        assertThat(without.body()).contains("order");
        assertThat(team().get("/Task?patient=" + story.number() + "&status=requested&code=approve&_summary=count")
                        .body())
                .contains("\"total\":0");
    }

    private Parameters proposed(String body) {
        HttpResponse<String> answer =
                prescriber().post("/CarePlan/" + story.number() + "-day-5/$propose-medicine", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return parameters(answer);
    }

    private String proposal(String dose) {
        return """
                {"resourceType":"Parameters","parameter":[
                 {"name":"order","resource":{"resourceType":"MedicationRequest","status":"active","intent":"order",
                  "medicationCodeableConcept":{"text":"Buprenorphine depot"},
                  "dosageInstruction":[{"text":"%s"}]}},
                 {"name":"replaces","valueReference":{"reference":"%s"}},
                 {"name":"words","valueString":"One visit a week instead of a film every morning."}]}""".formatted(dose, films);
    }

    private static String decision(String decision, String reason) {
        String why = reason.isEmpty() ? "" : ",{\"name\":\"reason\",\"valueString\":\"" + reason + "\"}";
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"decision\",\"valueCode\":\"" + decision
                + "\"}" + why + "]}";
    }

    private void stands(CarePlan.CarePlanStatus status) {
        CarePlan plan = plan();
        plan.setStatus(status);
        HttpResponse<String> stored = team().send(team().request("/CarePlan/" + story.number() + "-day-5")
                .header("Content-Type", "application/fhir+json")
                .header("If-Match", "W/\"" + plan.getIdElement().getVersionIdPart() + "\"")
                .PUT(HttpRequest.BodyPublishers.ofString(
                        Fhir.CONTEXT.newJsonParser().encodeResourceToString(plan))));
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
    }

    private CarePlan plan() {
        return read(team(), "CarePlan/" + story.number() + "-day-5", CarePlan.class);
    }

    private Http team() {
        return http(TestClients.COUNSELLING);
    }

    private Http prescriber() {
        return http(TestClients.PRESCRIBER);
    }

    private static <R extends Resource> R read(Http http, String place, Class<R> type) {
        HttpResponse<String> response = http.get("/" + place);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Fhir.CONTEXT.newJsonParser().parseResource(type, response.body());
    }

    private static Parameters parameters(HttpResponse<String> response) {
        return Fhir.CONTEXT.newJsonParser().parseResource(Parameters.class, response.body());
    }

    private ParametersParameterComponent view(String order) {
        return parameters(prescriber().get("/Patient/" + story.number() + "/$prescriber-view")).getParameter().stream()
                .filter(part -> part.getName().equals("medicine"))
                .filter(part -> reference(part.getPart(), "order").equals(order))
                .findFirst()
                .orElseThrow();
    }

    private static String reference(List<ParametersParameterComponent> parts, String name) {
        return parts.stream()
                .filter(part -> part.getName().equals(name))
                .map(part -> ((Reference) part.getValue()).getReference())
                .findFirst()
                .orElseThrow();
    }

    private static String words(ParametersParameterComponent medicine, String name) {
        return medicine.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .map(part -> part.getValue().primitiveValue())
                .findFirst()
                .orElse("");
    }
}
