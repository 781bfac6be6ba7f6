package org.manypaths.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manypaths.access.AccessFixtures;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.HandClock;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.Receiver;
import org.manypaths.testkit.ServerIT;
import org.springframework.beans.factory.annotation.Autowired;

/** A recipient without a server of its own works on the task of ours: it reads it and sends it back. */
class TransitionIT extends ServerIT {

    private static final String REQUEST = """
            {"resourceType":"ServiceRequest",
             "meta":{"profile":["https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-transition-request"]},
             "status":"active","intent":"order","category":[{"coding":[
              {"system":"https://w3id.org/manypaths/fhir/CodeSystem/ihrp-modality","code":"transition"}]}],
             "code":{"text":"Outpatient care"},"subject":{"reference":"Patient/%s"},"occurrenceDateTime":"2026-01-12",
             "requester":{"reference":"Organization/%s"},"performer":[{"reference":"Organization/%s"}]}
            """;

    private final DaoRegistry daos;
    private final IHapiTransactionService transactions;
    private final Parties parties;
    private final TransitionSettings settings;
    private final ConsentedHandoffs consented;

    private String patient = "";
    private String id = "";

    @Autowired
    TransitionIT(
            DaoRegistry daos,
            IHapiTransactionService transactions,
            Parties parties,
            TransitionSettings settings,
            ConsentedHandoffs consented) {
        this.consented = consented;
        this.daos = daos;
        this.transactions = transactions;
        this.parties = parties;
        this.settings = settings;
    }

    @BeforeEach
    void askForAHandoff() {
        patient = created("/Patient", "{\"resourceType\":\"Patient\"}");
        String harbour = created("/Organization", "{\"resourceType\":\"Organization\",\"name\":\"Harbour House\"}");
        String riverside = created("/Organization", "{\"resourceType\":\"Organization\",\"name\":\"Riverside\"}");
        String request = created("/ServiceRequest", REQUEST.formatted(patient, harbour, riverside));
        Task task = Handoffs.task(TaskStatus.REQUESTED, BusinessStatus.SENT)
                .setFor(new Reference("Patient/" + patient))
                .setFocus(new Reference("ServiceRequest/" + request))
                .setRequester(new Reference("Organization/" + harbour))
                .setOwner(new Reference("Organization/" + riverside));
        id = created("/Task", json(task));
    }

    @Test
    void closesTheLoop() {
        move(TaskStatus.RECEIVED, BusinessStatus.RECEIVED);
        move(TaskStatus.ACCEPTED, BusinessStatus.RECEIVED);
        Instant visit = Instant.now().plus(Duration.ofDays(9)).truncatedTo(ChronoUnit.SECONDS);
        String appointment = created("/Appointment", """
                {"resourceType":"Appointment","status":"booked","start":"%s",
                 "end":"%s",
                 "participant":[{"actor":{"reference":"Patient/%s"},"status":"accepted"}]}
                """.formatted(visit, visit.plusSeconds(2700), patient));
        Task booked = task();
        booked.addOutput()
                .setType(new CodeableConcept().setText("First visit"))
                .setValue(new Reference("Appointment/" + appointment));
        Handoffs.say(booked.setStatus(TaskStatus.INPROGRESS), BusinessStatus.VISIT_BOOKED);
        assertThat(put(booked).statusCode()).isEqualTo(200);
        assertThat(HandoffClock.read(task()).flatMap(HandoffClock::due)).contains(visit.plus(settings.visitGrace()));
        Task early = task();
        Handoffs.say(early, BusinessStatus.VISIT_MISSED);
        assertThat(Outcome.codes(put(early), 422)).containsExactly("transition/visit");
        HttpResponse<String> off = http().put("/Appointment/" + appointment, """
                {"resourceType":"Appointment","id":"%s","status":"cancelled",
                 "cancelationReason":{"text":"She asked for another day"},"start":"%s","end":"%s",
                 "participant":[{"actor":{"reference":"Patient/%s"},"status":"accepted"}]}
                """.formatted(
                        appointment, visit, visit.plusSeconds(2700), patient));
        assertThat(off.statusCode()).as(off.body()).isEqualTo(200);
        move(TaskStatus.INPROGRESS, BusinessStatus.VISIT_MISSED);
        move(TaskStatus.INPROGRESS, BusinessStatus.VISIT_BOOKED);
        move(TaskStatus.INPROGRESS, BusinessStatus.VISIT_KEPT);
        move(TaskStatus.COMPLETED, BusinessStatus.IN_CARE);
        assertThat(HandoffClock.read(task())).isEmpty();
    }

    @Test
    void refusesAnIllegalMoveByUpdate() {
        Task task = Handoffs.feedback(task(), "done");
        Handoffs.say(task.setStatus(TaskStatus.COMPLETED), BusinessStatus.VISIT_KEPT);
        HttpResponse<String> answer = put(task);
        assertThat(Outcome.codes(answer, 422)).containsExactly("transition/illegal-move");
        assertThat(answer.body()).contains("the receiving side may make it received, accepted or rejected");
    }

    @Test
    void refusesAnIllegalMoveByPatch() {
        assertThat(Outcome.codes(patch("/Task/" + id, "failed"), 422)).contains("transition/illegal-move");
        assertThat(Outcome.codes(patch("/Task?_id=" + id, "completed"), 422)).contains("transition/illegal-move");
        assertThat(patch("/Task/" + id, "received").statusCode()).isEqualTo(200);
    }

    @Test
    void refusesAnIllegalMoveInATransactionAndStoresNothingOfIt() {
        Task task = task().setStatus(TaskStatus.REJECTED);
        String bundle = """
                {"resourceType":"Bundle","type":"transaction","entry":[
                 {"resource":{"resourceType":"Basic","code":{"text":"%1$s"}},"request":{"method":"POST","url":"Basic"}},
                 {"resource":%2$s,"request":{"method":"PUT","url":"Task/%1$s","ifMatch":"W/\\"1\\""}}]}
                """.formatted(id, json(task));
        HttpResponse<String> answer = http().post("", bundle);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains("says why");
        assertThat(task().getStatus()).isEqualTo(TaskStatus.REQUESTED);
    }

    @Test
    void staysAHandoffWithoutItsProfile() {
        Task task = task().setStatus(TaskStatus.READY);
        task.getMeta().getProfile().clear();
        assertThat(Outcome.codes(put(task), 422)).contains("transition/illegal-move");
    }

    @Test
    void leavesEachMoveToItsSide() {
        organization("detox");
        organization("hospital");
        patient = AccessFixtures.store(http("detox"), "Patient", "{\"resourceType\":\"Patient\"}");
        String request = AccessFixtures.store(
                http("detox"), "ServiceRequest", REQUEST.formatted(patient, "demo-detox", "demo-hospital"));
        Task asked = Handoffs.task(TaskStatus.REQUESTED, BusinessStatus.SENT)
                .setFor(new Reference("Patient/" + patient))
                .setFocus(new Reference("ServiceRequest/" + request))
                .setRequester(new Reference("Organization/demo-detox"))
                .setOwner(new Reference("Organization/demo-hospital"));
        assertThat(Outcome.codes(http("stranger").post("/Task", json(asked)), 422))
                .doesNotContain("transition/not-your-move");
        HttpResponse<String> answer = http("detox").post("/Task", json(asked));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        Task stored = Fhir.CONTEXT.newJsonParser().parseResource(Task.class, answer.body());
        id = stored.getIdElement().getIdPart();

        Handoffs.say(stored.setStatus(TaskStatus.ACCEPTED), BusinessStatus.RECEIVED);
        assertThat(Outcome.codes(put(stored, http("detox")), 403)).containsExactly("transition/not-your-move");
        assertThat(Outcome.codes(put(stored, http("stranger")), 404)).containsExactly("request/not-found");
        assertThat(Outcome.codes(put(stored, http("hospital")), 404)).containsExactly("request/not-found");
        String consent = AccessFixtures.consent(patient, "demo-detox", List.of("demo-hospital"), "active");
        AccessFixtures.store(http("detox"), "Consent", consent);
        assertThat(put(stored, http("hospital")).statusCode()).isEqualTo(200);
        assertThat(http("hospital").delete("/Task/" + id).statusCode()).isNotEqualTo(200);
    }

    private void organization(String client) {
        HttpResponse<String> answer = http().put("/Organization/demo-" + client, """
                {"resourceType":"Organization","id":"demo-%1$s","name":"%1$s"}
                """.formatted(client));
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    }

    @Test
    void isNotDeleted() {
        assertThat(Outcome.codes(http().delete("/Task/" + id), 422)).containsExactly("transition/delete");
    }

    @Test
    void isSeenWhenThePersonNeverArrives() {
        subscribeToWhatIsOverdue();
        move(TaskStatus.ACCEPTED, BusinessStatus.NOT_YET_REACHED);
        assertThat(found("business-status=overdue")).isFalse();
        HandClock clock = new HandClock(dueNow().minusSeconds(1));
        sweepOnTwoNodes(clock);
        assertThat(found("business-status=overdue")).isFalse();

        clock.advance(Duration.ofSeconds(1));
        sweepOnTwoNodes(clock);
        sweepOnTwoNodes(clock);
        assertThat(found("business-status=overdue")).isTrue();
        assertThat(task().getStatus()).isEqualTo(TaskStatus.ACCEPTED);
        assertThat(task().getMeta().getVersionId()).isEqualTo("3");
        await().atMost(Duration.ofSeconds(60)).until(() -> Receiver.shared().received("l").stream()
                .anyMatch(notice -> notice.body().contains("Task/" + id + "/_history/3")));

        clock.advance(Duration.ofHours(24));
        sweepOnTwoNodes(clock);
        assertThat(HandoffClock.read(task()).map(HandoffClock::passed)).contains(2);
        clock.advance(Duration.ofHours(24));
        sweepOnTwoNodes(clock);
        sweepOnTwoNodes(clock);
        assertThat(HandoffClock.read(task()))
                .map(told -> told.passed() + " " + told.due())
                .contains("3 Optional.empty");
        assertThat(task().getMeta().getVersionId()).isEqualTo("5");

        move(TaskStatus.ACCEPTED, BusinessStatus.VISIT_KEPT);
        assertThat(found("business-status=overdue")).isFalse();
    }

    @Test
    void isFoundByWhenTheNextStepIsDue() {
        Instant due = dueNow();
        assertThat(found("next-step-due=le" + due.plusSeconds(1))).isTrue();
        assertThat(found("next-step-due=lt" + due.minusSeconds(1))).isFalse();
    }

    private void subscribeToWhatIsOverdue() {
        String subscription = """
                {"resourceType":"Subscription","status":"requested","reason":"To look for people",
                 "criteria":"Task?business-status=overdue&patient=Patient/%s",
                 "channel":{"type":"rest-hook","endpoint":"%s","payload":"application/fhir+json"}}
                """;
        created(
                "/Subscription",
                subscription.formatted(patient, Receiver.shared().endpoint("l")));
    }

    private void sweepOnTwoNodes(HandClock clock) {
        CompletableFuture<?>[] nodes = IntStream.range(0, 2)
                .mapToObj(node ->
                        new OverdueSweep(daos, transactions, parties, new ClockRules(settings), consented, clock))
                .map(sweep -> CompletableFuture.runAsync(sweep::run))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(nodes).join();
    }

    private boolean found(String criteria) {
        String body =
                http().get("/Task?patient=Patient/" + patient + "&" + criteria).body();
        return Fhir.CONTEXT.newJsonParser().parseResource(Bundle.class, body).hasEntry();
    }

    private Instant dueNow() {
        return HandoffClock.read(task()).flatMap(HandoffClock::due).orElseThrow();
    }

    private void move(TaskStatus status, BusinessStatus business) {
        HttpResponse<String> answer = put(Handoffs.say(task().setStatus(status), business));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private Task task() {
        return Fhir.CONTEXT
                .newJsonParser()
                .parseResource(Task.class, http().get("/Task/" + id).body());
    }

    private HttpResponse<String> put(Task task) {
        return put(task, http());
    }

    private HttpResponse<String> put(Task task, Http sender) {
        return sender.send(sender.request("/Task/" + id)
                .header("Content-Type", "application/fhir+json")
                .header("If-Match", "W/\"" + task.getMeta().getVersionId() + "\"")
                .PUT(BodyPublishers.ofString(json(task))));
    }

    private HttpResponse<String> patch(String path, String status) {
        String patch = "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"" + status + "\"}]";
        return http().send(http().request(path)
                .header("Content-Type", "application/json-patch+json")
                .header("If-Match", "W/\"" + task().getMeta().getVersionId() + "\"")
                .method("PATCH", BodyPublishers.ofString(patch)));
    }

    private String created(String path, String json) {
        HttpResponse<String> answer = http().post(path, json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new IdType(((Resource) Fhir.CONTEXT.newJsonParser().parseResource(answer.body())).getId()).getIdPart();
    }

    private static String json(Resource resource) {
        return Fhir.CONTEXT.newJsonParser().encodeResourceToString(resource);
    }
}
