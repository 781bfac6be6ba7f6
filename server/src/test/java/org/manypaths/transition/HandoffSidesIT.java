package org.manypaths.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manypaths.transition.Handoffs.json;
import static org.manypaths.transition.Handoffs.put;
import static org.manypaths.transition.Handoffs.refused;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.access.AccessFixtures;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.ServerIT;

/** Detox asks, the hospital takes over, and each tries by every way to say what is the other's to say. */
class HandoffSidesIT extends ServerIT {

    private static final String NOT_YOURS = "transition/not-your-move";
    private static final String FIXED = "transition/fixed";

    private String patient = "";
    private String request = "";
    private String id = "";

    @BeforeEach
    void askForAHandoff() {
        AccessFixtures.organizations(http());
        patient = AccessFixtures.store(detox(), "Patient", "{\"resourceType\":\"Patient\"}");
        AccessFixtures.store(
                detox(), "Consent", AccessFixtures.consent(patient, "demo-detox", List.of("demo-hospital"), "active"));
        request = AccessFixtures.store(detox(), "ServiceRequest", Handoffs.REQUEST.formatted(patient));
        id = AccessFixtures.store(detox(), "Task", json(asked()));
    }

    @Test
    void leavesWhatIsAskedToTheSideThatAsks() {
        accept();
        refused(changed(hospital(), task -> task.getInput().clear()), 403, NOT_YOURS, "Task.input");
        refused(
                changed(hospital(), task -> task.getInput().clear(), TaskStatus.CANCELLED, "No bed."),
                403,
                NOT_YOURS,
                "Task.input");
        refused(changed(hospital(), task -> task.setDescription("Nothing")), 403, NOT_YOURS, "Task.description");
        refused(
                changed(hospital(), task -> task.getRestriction().getPeriod().setEnd(inDays(3))),
                403,
                NOT_YOURS,
                "Task.restriction");
        refused(
                changed(hospital(), task -> task.getRequester().setDisplay("Somebody")),
                403,
                NOT_YOURS,
                "Task.requester");
        assertThat(changed(detox(), task -> task.setDescription("Also her papers"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void leavesWhatCameOfItToTheSideThatTakesOver() {
        accept();
        refused(changed(detox(), task -> Handoffs.feedback(task, "All well")), 403, NOT_YOURS, "Task.output");
        refused(changed(detox(), HandoffSidesIT::visitIn2036), 403, NOT_YOURS, "Task.executionPeriod");
        refused(
                changed(detox(), task -> task.getBusinessStatus().setText("In care since Monday")),
                403,
                NOT_YOURS,
                "Task.businessStatus");
        refused(changed(detox(), task -> task.getOwner().setDisplay("Somebody")), 403, NOT_YOURS, "Task.owner");
        refused(
                changed(
                        detox(),
                        task -> Handoffs.feedback(task, "She did not come"),
                        TaskStatus.CANCELLED,
                        "She asked to wait."),
                403,
                NOT_YOURS,
                "Task.output");
    }

    /** It was stored, and answered as absent. */
    @Test
    void noSideHidesItFromItself() {
        HttpResponse<String> answer = changed(hospital(), task -> task.getMeta()
                .addSecurity()
                .setSystem("http://terminology.hl7.org/CodeSystem/v3-ActCode")
                .setCode("HIV"));
        assertThat(Outcome.codes(answer, 403)).containsExactly("access/not-yours");
        assertThat(task().getMeta().getVersionId()).isEqualTo("1");
        assertThat(hospital().get("/Task/" + id).statusCode()).isEqualTo(200);
        accept();
    }

    @Test
    void isAboutOnePersonAlone() {
        String other = AccessFixtures.store(detox(), "Patient", "{\"resourceType\":\"Patient\"}");
        refused(detox().post("/Task", json(asked().setFor(new Reference("Patient/" + other)))), 422, FIXED, "Task.for");
        String goal = AccessFixtures.store(detox(), "Goal", AccessFixtures.goal(other));
        Task task = asked();
        task.addInput().setType(new CodeableConcept().setText("Goal")).setValue(new Reference("Goal/" + goal));
        refused(detox().post("/Task", json(task)), 422, FIXED, "Task.input");
        accept();
        String theirs = AccessFixtures.store(
                hospital(),
                "Patient",
                "{\"resourceType\":\"Patient\",\"link\":[{\"type\":\"seealso\",\"other\":{\"reference\":\"Patient/"
                        + patient + "\"}}]}");
        String somebody = AccessFixtures.store(hospital(), "Patient", "{\"resourceType\":\"Patient\"}");
        refused(changed(hospital(), told -> came(told, somebody)), 422, FIXED, "Task.output");
        assertThat(changed(hospital(), told -> came(told, theirs)).statusCode()).isEqualTo(200);
    }

    private void came(Task task, String person) {
        String visit = AccessFixtures.store(hospital(), "Appointment", """
                {"resourceType":"Appointment","status":"booked","start":"2036-01-14T09:00:00Z",
                 "end":"2036-01-14T10:00:00Z",
                 "participant":[{"actor":{"reference":"Patient/%s"},"status":"accepted"}]}
                """.formatted(person));
        task.addOutput()
                .setType(new CodeableConcept().setText("First visit"))
                .setValue(new Reference("Appointment/" + visit));
    }

    @Test
    void goesToTheOneWhomTheRequestAsks() {
        id = AccessFixtures.store(detox(), "Task", json(asked().setOwner(null)));
        assertThat(hospital().get("/Task/" + id).statusCode()).isEqualTo(200);
        accept();
        assertThat(task().getOwner().getReference()).isEqualTo("Organization/demo-hospital");
    }

    @Test
    void looksAtAVisitThatIsFarOffAllTheSame() {
        accept();
        Instant latest = Instant.now().plus(Duration.ofDays(31));
        HttpResponse<String> answer = changed(hospital(), task -> {
            visitIn2036(task);
            Handoffs.say(task, BusinessStatus.VISIT_BOOKED);
        });
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(HandoffClock.read(task()).flatMap(HandoffClock::due))
                .hasValueSatisfying(due -> assertThat(due).isBefore(latest));
    }

    @Test
    void letsBothAddNotesAndNobodyTakeThemAway() {
        accept();
        assertThat(changed(hospital(), task -> task.addNote().setText("Bed is ready"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(changed(detox(), task -> task.addNote().setText("She is on her way"))
                        .statusCode())
                .isEqualTo(200);
        for (Http side : List.of(detox(), hospital())) {
            refused(changed(side, task -> task.getNote().clear()), 422, FIXED, "Task.note");
            refused(changed(side, task -> task.getNoteFirstRep().setText("No bed")), 422, FIXED, "Task.note");
        }
        refused(
                changed(detox(), task -> task.addNote()
                        .setText("We are late")
                        .setAuthor(new Reference("Organization/demo-hospital"))),
                403,
                NOT_YOURS,
                "Task.note");
        refused(
                changed(
                        detox(),
                        task -> task.addNote().setText("We are late").setAuthor(new StringType(" the hospital"))),
                403,
                NOT_YOURS,
                "Task.note");
        assertThat(task().getNote())
                .extracting(note -> ((Reference) note.getAuthor()).getReference())
                .containsExactly("Organization/demo-hospital", "Organization/demo-detox");
    }

    @Test
    void saysWhoseANoteIs() {
        accept();
        assertThat(changed(
                                detox(),
                                task -> task.addNote().setText("A bed is free").setAuthor(new StringType("Dr Imani")))
                        .statusCode())
                .isEqualTo(200);
        Reference author = (Reference) task().getNoteFirstRep().getAuthor();
        assertThat(author.getReference()).isEqualTo("Organization/demo-detox");
        assertThat(author.getDisplay()).isEqualTo("Dr Imani (detox)");

        String imani = AccessFixtures.store(http(), "Practitioner", "{\"resourceType\":\"Practitioner\"}");
        Consumer<Task> signed =
                task -> task.addNote().setText("Come at nine").setAuthor(new Reference("Practitioner/" + imani));
        String role = """
                {"resourceType":"PractitionerRole","active":true,"practitioner":{"reference":"Practitioner/%s"},
                 "organization":{"reference":"Organization/demo-%s"}}""";
        AccessFixtures.store(hospital(), "PractitionerRole", role.formatted(imani, "hospital"));
        AccessFixtures.store(hospital(), "PractitionerRole", role.formatted(imani, "detox"));
        refused(changed(detox(), signed), 403, NOT_YOURS, "Task.note");
        assertThat(changed(hospital(), signed).statusCode()).isEqualTo(200);
    }

    @Test
    void staysAsItEnded() {
        complete();
        refused(changed(detox(), task -> Handoffs.feedback(task, "Also")), 422, FIXED, "Task.output");
        refused(
                changed(hospital(), task -> task.getOutputFirstRep().setValue(new StringType("other"))),
                422,
                FIXED,
                "Task.output");
        refused(changed(detox(), task -> task.setDescription("Something else")), 422, FIXED, "Task.description");
        refused(changed(hospital(), task -> task.addNote().setText("Late")), 422, FIXED, "Task.note");
        refused(changed(hospital(), task -> task.getOwner().setDisplay("Late")), 422, FIXED, "Task.owner");
        refused(
                changed(
                        hospital(),
                        task -> Handoffs.feedback(task, "Also"),
                        TaskStatus.ENTEREDINERROR,
                        "Wrong person."),
                422,
                FIXED,
                "Task.output");
        refused(patch(detox(), "/Task/" + id, "remove", "input"), 422, FIXED, "Task.input");
        refused(patch(detox(), "/Task?_id=" + id, "remove", "input"), 422, FIXED, "Task.input");
        assertThat(task().getOutput()).hasSize(1);
    }

    @Test
    void isTheSameByATransactionAndByACondition() {
        complete();
        Task task = task();
        task.getOutputFirstRep().setValue(new StringType("other"));
        String bundle = """
                {"resourceType":"Bundle","type":"transaction","entry":[{"resource":%s,
                 "request":{"method":"PUT","url":"%s","ifMatch":"W/\\"%s\\""}}]}
                """;
        String version = task.getMeta().getVersionId();
        Task withoutId = task.copy();
        withoutId.setIdElement(null);
        for (String entry : List.of(
                bundle.formatted(json(task), "Task/" + id, version),
                bundle.formatted(json(withoutId), "Task?patient=Patient/" + patient, version))) {
            HttpResponse<String> answer = detox().post("", entry);
            assertThat(Outcome.codes(answer, 422)).as(answer.body()).contains(FIXED);
        }
        refused(put(detox(), "/Task?_id=" + id, task), 422, FIXED, "Task.output");
        assertThat(task().getOutput()).hasSize(1);
    }

    @Test
    void isNeitherTakenOutOfTheRulesNorOutOfTheRecord() {
        complete();
        String profile =
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"meta\",\"valueMeta\":{\"profile\":[\""
                        + HandoffRules.PROFILE + "\"]}}]}";
        assertThat(detox().post("/Task/" + id + "/$meta-delete", profile).statusCode())
                .isBetween(400, 499);
        assertThat(detox().post("/Task/" + id + "/$expunge", "{\"resourceType\":\"Parameters\"}")
                        .statusCode())
                .isBetween(400, 499);
        String history = "/Task/" + id + "/_history";
        HttpResponse<String> all = detox().delete(history);
        HttpResponse<String> first = detox().delete(history + "/1");
        assertThat(detox().get(history + "/1").statusCode())
                .as(all.body() + first.body())
                .isEqualTo(200);
        assertThat(detox().delete("/Task/" + id).statusCode()).isEqualTo(422);
        HttpResponse<String> byCondition = detox().delete("/Task?_id=" + id);
        assertThat(byCondition.statusCode()).as(byCondition.body()).isBetween(400, 499);
        assertThat(HandoffRules.isHandoff(task())).isTrue();
    }

    @Test
    void isNotDeletedByWayOfAnError() {
        accept();
        HttpResponse<String> marked = changed(detox(), task -> {}, TaskStatus.ENTEREDINERROR, "Wrong person.");
        assertThat(marked.statusCode()).as(marked.body()).isEqualTo(200);
        assertThat(Outcome.codes(detox().delete("/Task/" + id), 422)).containsExactly("transition/delete");
        assertThat(http().delete("/Task/" + id).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Practitioner", "PractitionerRole"})
    void isBetweenOrganisationsForWhoWorksWhereIsSaidByAnybody(String type) {
        String practitioner = AccessFixtures.store(http(), "Practitioner", "{\"resourceType\":\"Practitioner\"}");
        String role = AccessFixtures.store(detox(), "PractitionerRole", """
                {"resourceType":"PractitionerRole","active":true,
                 "practitioner":{"reference":"Practitioner/%s"},"organization":{"reference":"Organization/demo-detox"}}
                """.formatted(practitioner));
        Reference owner = new Reference(type.equals("Practitioner") ? type + "/" + practitioner : type + "/" + role);
        Task task = asked().setOwner(owner);
        refused(detox().post("/Task", json(task)), 422, "transition/party", "Task.owner");
        refused(changed(detox(), asked -> asked.setOwner(owner)), 422, "transition/party", "Task.owner");
    }

    @Test
    void doesNotBeginWithTheWordsOfTheOtherSide() {
        refused(detox().post("/Task", json(Handoffs.feedback(asked(), "Done"))), 403, NOT_YOURS, "Task.output");
        Task dated = asked();
        visitIn2036(dated);
        refused(detox().post("/Task", json(dated)), 403, NOT_YOURS, "Task.executionPeriod");
        refused(
                detox().post("/Task", json(asked().setStatus(TaskStatus.ACCEPTED))),
                422,
                "transition/first-state",
                "Task.status");
        Task twofold = asked();
        twofold.getBusinessStatus()
                .addCoding(BusinessStatus.VISIT_KEPT.concept().getCodingFirstRep());
        refused(detox().post("/Task", json(twofold)), 422, "transition/illegal-move", "Task.businessStatus");
    }

    private void accept() {
        HttpResponse<String> answer =
                changed(hospital(), task -> Handoffs.say(task, BusinessStatus.RECEIVED), TaskStatus.ACCEPTED, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void complete() {
        accept();
        HttpResponse<String> answer = changed(
                hospital(),
                task -> Handoffs.say(Handoffs.feedback(task, "She came."), BusinessStatus.VISIT_KEPT),
                TaskStatus.COMPLETED,
                "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private Task asked() {
        Task task = Handoffs.task(TaskStatus.REQUESTED, BusinessStatus.SENT)
                .setFor(new Reference("Patient/" + patient))
                .setFocus(new Reference("ServiceRequest/" + request))
                .setRequester(new Reference("Organization/demo-detox"))
                .setOwner(new Reference("Organization/demo-hospital").setDisplay("The hospital"));
        task.addInput().setType(new CodeableConcept().setText("Wish")).setValue(new StringType("Films, not tablets"));
        return task;
    }

    private HttpResponse<String> changed(Http sender, Consumer<Task> change, TaskStatus status, String reason) {
        return changed(sender, task -> {
            change.accept(task.setStatus(status));
            if (!reason.isEmpty()) {
                Handoffs.because(task, reason);
            }
        });
    }

    private HttpResponse<String> changed(Http sender, Consumer<Task> change) {
        Task task = task();
        change.accept(task);
        return put(sender, "/Task/" + id, task);
    }

    private HttpResponse<String> patch(Http sender, String path, String operation, String element) {
        String patch = "[{\"op\":\"" + operation + "\",\"path\":\"/" + element + "\"}]";
        return sender.send(sender.request(path)
                .header("Content-Type", "application/json-patch+json")
                .header("If-Match", "W/\"" + task().getMeta().getVersionId() + "\"")
                .method("PATCH", BodyPublishers.ofString(patch)));
    }

    private Task task() {
        return Fhir.CONTEXT
                .newJsonParser()
                .parseResource(Task.class, detox().get("/Task/" + id).body());
    }

    private static void visitIn2036(Task task) {
        task.getExecutionPeriod().setStart(Date.from(Instant.parse("2036-01-14T09:00:00Z")));
    }

    private static Date inDays(int days) {
        return Date.from(Instant.now().plus(Duration.ofDays(days)));
    }

    private Http detox() {
        return http("detox");
    }

    private Http hospital() {
        return http("hospital");
    }
}
