package org.manypaths.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manypaths.access.AccessFixtures;
import org.manypaths.conformance.Canonical;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.HandClock;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.Receiver;
import org.manypaths.testkit.ServerIT;
import org.springframework.beans.factory.annotation.Autowired;

/** Detox asks the hospital by a consent of the person, and the consent ends. */
class ConsentedHandoffIT extends ServerIT {

    private static final String NOTHING = "{\"resourceType\":\"Parameters\"}";

    private final DaoRegistry daos;
    private final IHapiTransactionService transactions;
    private final Parties parties;
    private final TransitionSettings settings;
    private final ConsentedHandoffs consented;

    private String patient = "";
    private String consent = "";
    private String id = "";

    @Autowired
    ConsentedHandoffIT(
            DaoRegistry daos,
            IHapiTransactionService transactions,
            Parties parties,
            TransitionSettings settings,
            ConsentedHandoffs consented) {
        this.daos = daos;
        this.transactions = transactions;
        this.parties = parties;
        this.settings = settings;
        this.consented = consented;
    }

    @BeforeEach
    void askForAHandoff() {
        AccessFixtures.organizations(http());
        patient = AccessFixtures.store(detox(), "Patient", "{\"resourceType\":\"Patient\"}");
        consent = AccessFixtures.store(detox(), "Consent", consent("active"));
        String request = AccessFixtures.store(detox(), "ServiceRequest", Handoffs.REQUEST.formatted(patient));
        Task task = Handoffs.task(TaskStatus.REQUESTED, BusinessStatus.SENT)
                .setFor(new Reference("Patient/" + patient))
                .setFocus(new Reference("ServiceRequest/" + request))
                .setRequester(new Reference("Organization/demo-detox"))
                .setOwner(new Reference("Organization/demo-hospital"));
        task.addInput()
                .setType(new CodeableConcept(
                        new Coding(Canonical.BASE + "/CodeSystem/ihrp-handoff-part", "consent", "Consent")))
                .setValue(new Reference("Consent/" + consent));
        id = AccessFixtures.store(detox(), "Task", json(task));
    }

    @Test
    void endsForTheSideThatAsksWhenThePersonTakesItBack() {
        String theirs = subscribed(hospital(), "o");
        subscribed(detox(), "n");
        move(TaskStatus.RECEIVED, BusinessStatus.RECEIVED);
        revoke();

        Task ended = task();
        assertThat(ended.getStatus()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(ended.getStatusReason().getCodingFirstRep().getCode()).isEqualTo("handoff/consent-not-in-force");
        assertThat(ended.getStatusReason().getText()).contains("Ask the person");
        assertThat(ended.getText().getDiv().getValueAsString()).contains("not in force any more");
        assertThat(HandoffClock.read(ended)).isEmpty();
        assertThat(hospital().get("/Task/" + id).statusCode()).isEqualTo(404);
        sweepAt(Instant.now().plus(Duration.ofDays(5)));
        assertThat(task().getMeta().getVersionId()).isEqualTo("3");

        await().atMost(Duration.ofSeconds(60))
                .until(() -> told("n") && letters(theirs).contains("\"withheld\""));
        assertThat(told("o")).isFalse();
    }

    @Test
    void endsHoweverTheConsentIsEnded() {
        assertThat(detox().delete("/Consent/" + consent).statusCode())
                .as("the Task refers to it")
                .isEqualTo(409);
        HttpResponse<String> written = detox().send(detox().request("/Consent/" + consent)
                .header("Content-Type", "application/fhir+json")
                .header("If-Match", "W/\"1\"")
                .PUT(BodyPublishers.ofString(consent("inactive").replaceFirst("\\{", "{\"id\":\"" + consent + "\","))));
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        assertThat(task().getStatus()).isEqualTo(TaskStatus.CANCELLED);
    }

    @Test
    void goesOnByAnotherConsent() {
        AccessFixtures.store(detox(), "Consent", consent("active"));
        revoke();
        assertThat(task().getStatus()).isEqualTo(TaskStatus.REQUESTED);
        assertThat(hospital().get("/Task/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void endsInsteadOfBecomingOverdueWhereTheConsentRanOut() {
        sweepAt(Instant.parse("2037-01-01T00:00:00Z"));
        assertThat(task().getStatus()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(task().getBusinessStatus().getCodingFirstRep().getCode()).isEqualTo("sent");
    }

    @Test
    void isOverdueNoMoreOnceItHasEnded() {
        sweepAt(Instant.now().plus(Duration.ofDays(2)));
        assertThat(HandoffState.of(task()).business()).isEqualTo(BusinessStatus.OVERDUE);
        revoke();
        assertThat(HandoffState.of(task()).business()).isEqualTo(BusinessStatus.SENT);
    }

    private void revoke() {
        HttpResponse<String> answer = detox().post("/Consent/" + consent + "/$revoke", NOTHING);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void move(TaskStatus status, BusinessStatus business) {
        Task task = task();
        Handoffs.say(task.setStatus(status), business);
        HttpResponse<String> answer = hospital()
                .send(hospital()
                        .request("/Task/" + id)
                        .header("Content-Type", "application/fhir+json")
                        .header("If-Match", "W/\"" + task.getMeta().getVersionId() + "\"")
                        .PUT(BodyPublishers.ofString(json(task))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void sweepAt(Instant now) {
        new OverdueSweep(daos, transactions, parties, new ClockRules(settings), consented, new HandClock(now)).run();
    }

    private String subscribed(Http subscriber, String endpoint) {
        return AccessFixtures.store(subscriber, "Subscription", """
                {"resourceType":"Subscription","status":"requested","reason":"To know how it goes",
                 "criteria":"Task?patient=Patient/%s",
                 "channel":{"type":"rest-hook","endpoint":"%s","payload":"application/fhir+json"}}
                """.formatted(
                        patient, Receiver.shared().endpoint(endpoint)));
    }

    private boolean told(String endpoint) {
        return Receiver.shared().received(endpoint).stream()
                .anyMatch(notice -> notice.body().contains("Task/" + id + "/_history/3"));
    }

    private String letters(String subscription) {
        return http().get("/Subscription/" + subscription + "/$letters").body();
    }

    private String consent(String status) {
        return AccessFixtures.consent(patient, "demo-detox", List.of("demo-hospital"), status);
    }

    private Task task() {
        return Fhir.CONTEXT
                .newJsonParser()
                .parseResource(Task.class, detox().get("/Task/" + id).body());
    }

    private Http detox() {
        return http("detox");
    }

    private Http hospital() {
        return http("hospital");
    }

    private static String json(Task task) {
        return Fhir.CONTEXT.newJsonParser().encodeResourceToString(task);
    }
}
