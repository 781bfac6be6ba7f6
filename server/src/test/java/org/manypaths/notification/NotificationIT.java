package org.manypaths.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.access.AccessFixtures;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.Receiver;
import org.manypaths.testkit.Receiver.Received;
import org.manypaths.testkit.ServerIT;

class NotificationIT extends ServerIT {

    private static final Receiver RECEIVER = Receiver.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void tellsOnceThatATaskChangedAndNothingOfIt() {
        Inbox inbox = Inbox.at(http(), RECEIVER.endpoint("a"));
        assertThat(inbox.stored().getStatus()).isEqualTo(SubscriptionStatus.ACTIVE);
        String task = inbox.task();
        inbox.change(task);
        patiently().until(() -> inbox.states().equals(List.of("delivered", "delivered")));

        List<Received> received = RECEIVER.received("a");
        assertThat(received).hasSize(2);
        assertThat(received).extracting(got -> got.header("Event-Number")).doesNotHaveDuplicates();
        assertThat(received.get(0).header("Authorization")).contains("Bearer secret-of-theirs");
        assertThat(received.get(0).eventId()).isEqualTo(inbox.letters().get(1).get("event"));
        assertThat(received).extracting(Received::body).allSatisfy(body -> assertThat(body)
                .doesNotContain("Rosa", "Delgado", "Ring", inbox.patient + "\""));
        Bundle notice = Fhir.CONTEXT
                .newJsonParser()
                .parseResource(Bundle.class, received.get(1).body());
        assertThat(notice.getEntry().get(1).getFullUrl()).endsWith("/fhir/Task/" + task);
        assertThat(received.get(1).body()).contains("/fhir/Task/" + task + "/_history/2");
    }

    @Test
    void repeatsUntilAReceiverThatAnswers500IsWell() {
        RECEIVER.behave("b", any -> RECEIVER.received("b").size() < 4 ? 500 : 204);
        Inbox inbox = Inbox.at(http(), RECEIVER.endpoint("b"));
        inbox.task();
        patiently().until(() -> inbox.states().equals(List.of("delivered")));
        assertThat(RECEIVER.received("b")).hasSize(4);
        assertThat(RECEIVER.eventIds("b")).hasSize(1);
    }

    @Test
    void keepsTheOrderOfOnePersonThoughTheFirstIsHeldUp() {
        RECEIVER.behave("c", any -> RECEIVER.received("c").size() < 3 ? 503 : 200);
        Inbox inbox = Inbox.at(http(), RECEIVER.endpoint("c"));
        String task = inbox.task();
        inbox.change(task);
        inbox.change(task);
        patiently().until(() -> inbox.states().equals(List.of("delivered", "delivered", "delivered")));
        List<String> focus = inbox.letters().stream()
                .sorted((one, other) -> Long.compare(number(one), number(other)))
                .map(letter -> letter.get("event"))
                .toList();
        assertThat(RECEIVER.received("c").stream()
                        .map(Received::eventId)
                        .distinct()
                        .toList())
                .isEqualTo(focus);
    }

    @Test
    void waitsForNobodyWhoHangs() {
        CountDownLatch end = new CountDownLatch(1);
        RECEIVER.behave("d", any -> answerAfter(end));
        Inbox hanging = Inbox.at(http(), RECEIVER.endpoint("d"));
        hanging.task();
        patiently().until(() -> !RECEIVER.received("d").isEmpty());
        Inbox quick = Inbox.at(http(), RECEIVER.endpoint("e"));
        quick.task();
        patiently().until(() -> quick.states().equals(List.of("delivered")));
        assertThat(hanging.states()).containsExactly("waiting");
        patiently().until(() -> hanging.letters().get(0).containsKey("problem"));
        assertThat(hanging.letters().get(0)).containsEntry("problem", "The receiver did not answer in time.");
        end.countDown();
    }

    @Test
    void givesUpInTheEndAndSendsAgainWhenAsked() {
        RECEIVER.behave("f", any -> 302);
        Inbox inbox = Inbox.at(http(), RECEIVER.endpoint("f"));
        inbox.task();
        patiently().until(() -> inbox.states().equals(List.of("dead")));
        assertThat(inbox.letters().get(0).get("problem"))
                .isEqualTo("The receiver answered 302; redirects are not followed.");
        assertThat(RECEIVER.received("redirected")).isEmpty();
        patiently().until(() -> inbox.stored().getStatus() == SubscriptionStatus.ERROR);
        assertThat(inbox.stored().getError()).contains("$resend");

        RECEIVER.behave("f", any -> 200);
        HttpResponse<String> resent =
                http().post("/Subscription/" + inbox.subscription + "/$resend", "{\"resourceType\":\"Parameters\"}");
        assertThat(Fhir.CONTEXT
                        .newJsonParser()
                        .parseResource(Parameters.class, resent.body())
                        .getParameter("resent")
                        .getValue()
                        .primitiveValue())
                .isEqualTo("1");
        patiently().until(() -> inbox.states().equals(List.of("delivered")));
        patiently().until(() -> inbox.stored().getStatus() == SubscriptionStatus.ACTIVE);
        assertThat(RECEIVER.eventIds("f")).hasSize(1);
    }

    @Test
    void outlivesAReceiverThatIsNotThere() {
        Inbox inbox = Inbox.at(http(), NOBODY_LISTENS);
        inbox.task();
        patiently().until(() -> inbox.letters().get(0).containsKey("problem"));
        assertThat(inbox.letters().get(0).get("problem")).startsWith("The receiver could not be reached");
    }

    @Test
    void tellsNobodyOfAnotherPerson() {
        Inbox rosa = Inbox.at(http(), RECEIVER.endpoint("g"));
        Inbox mina = Inbox.at(http(), RECEIVER.endpoint("h"));
        String one = rosa.task();
        String other = mina.task();
        patiently().until(() -> rosa.states().equals(List.of("delivered")));
        patiently().until(() -> mina.states().equals(List.of("delivered")));
        assertThat(RECEIVER.received("g")).singleElement().satisfies(got -> assertThat(got.body())
                .contains("Task/" + one + "/")
                .doesNotContain("Task/" + other + "/"));
        assertThat(RECEIVER.received("h")).singleElement().satisfies(got -> assertThat(got.body())
                .contains("Task/" + other + "/")
                .doesNotContain("Task/" + one + "/"));
    }

    /** Criteria may ask for anything in a record, so that a letter that is withheld would answer it. */
    @Test
    void keepsQuietOfLettersThatAreWithheld() {
        Inbox others = new Inbox(http());
        HttpResponse<String> made =
                new Inbox(http("stranger")).subscribe("Task?patient=Patient/" + others.patient, RECEIVER.endpoint("l"));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String subscription = Fhir.CONTEXT
                .newJsonParser()
                .parseResource(made.body())
                .getIdElement()
                .getIdPart();
        others.task();
        String letters = "/Subscription/" + subscription + "/$letters";
        patiently().until(() -> http().get(letters).body().contains("withheld"));
        assertThat(http("stranger").get(letters).body()).doesNotContain("withheld", "Task/", "\"letter\"");
        assertThat(RECEIVER.received("l")).isEmpty();
    }

    /** A reference to a hidden record is not there for those who subscribe, as it is not for those who search. */
    @Test
    void asksNothingThatASearchOfTheirsMayNotAsk() {
        AccessFixtures.organizations(http());
        Http counselling = http("counselling");
        Inbox person = new Inbox(counselling);
        AccessFixtures.store(
                counselling,
                "Consent",
                AccessFixtures.consent(person.patient, "demo-counselling", List.of("demo-hospital"), "active"));
        Inbox hidden = new Inbox(http("hospital"));
        String ours = "CarePlan?ihrp-access=holder%7Cdemo-counselling";
        assertThat(Outcome.codes(hidden.subscribe(ours, RECEIVER.endpoint("n")), 403))
                .containsExactly("access/criterion");
        String condition = AccessFixtures.store(counselling, "Condition", """
                {"resourceType":"Condition","meta":{"security":[
                  {"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"HIV"}]},
                 "subject":{"reference":"Patient/%s"},"code":{"text":"x"}}""".formatted(person.patient));
        hidden.subscription =
                Inbox.id(hidden.subscribe("CarePlan?condition=Condition/" + condition, RECEIVER.endpoint("n")));
        Inbox own = new Inbox(counselling);
        own.subscription = Inbox.id(own.subscribe("CarePlan?condition=Condition/" + condition, RECEIVER.endpoint("o")));
        Inbox open = new Inbox(http("hospital"));
        open.subscription =
                Inbox.id(open.subscribe("CarePlan?patient=Patient/" + person.patient, RECEIVER.endpoint("o")));
        AccessFixtures.store(counselling, "CarePlan", """
                {"resourceType":"CarePlan","status":"active","intent":"plan","subject":{"reference":"Patient/%s"},
                 "addresses":[{"reference":"Condition/%s"}]}""".formatted(person.patient, condition));
        patiently().until(() -> open.states().equals(List.of("delivered")));
        patiently().until(() -> own.states().equals(List.of("delivered")));
        assertThat(hidden.letters()).isEmpty();
        assertThat(RECEIVER.received("n")).isEmpty();
    }

    @Test
    void tellsOfWhatATransactionStoresAndNotOfWhatItDoesNot() {
        Inbox inbox = Inbox.at(http(), RECEIVER.endpoint("i"));
        assertThat(http().post("", transaction(Inbox.taskJson(inbox.patient), Inbox.taskJson("no-such-person")))
                        .statusCode())
                .isEqualTo(422);
        assertThat(inbox.states()).isEmpty();
        assertThat(http().post("", transaction(Inbox.taskJson(inbox.patient), Inbox.taskJson(inbox.patient)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(inbox.states()).hasSize(2);
    }

    @Test
    void tellsNobodyWhoHasEndedTheSubscription() {
        RECEIVER.behave("j", any -> 500);
        Inbox inbox = Inbox.at(http(), RECEIVER.endpoint("j"));
        inbox.task();
        patiently().until(() -> !RECEIVER.received("j").isEmpty());
        assertThat(http().delete("/Subscription/" + inbox.subscription).statusCode())
                .isEqualTo(200);
        assertThat(Outcome.codes(http().get("/Subscription/" + inbox.subscription + "/$letters"), 404))
                .containsExactly("request/not-found");
        int before = RECEIVER.received("j").size();
        Inbox later = Inbox.at(http(), RECEIVER.endpoint("k"));
        later.task();
        patiently().until(() -> later.states().equals(List.of("delivered")));
        assertThat(RECEIVER.received("j").size()).isLessThanOrEqualTo(before + 1);
    }

    @Test
    void showsAndLeavesASubscriptionToThoseWhoMadeItAlone() {
        Inbox inbox = Inbox.at(http("detox"), RECEIVER.endpoint("m"));
        inbox.task();
        patiently().until(() -> inbox.states().equals(List.of("delivered")));
        String path = "/Subscription/" + inbox.subscription;
        assertThat(http().get(path + "/$letters").statusCode()).isEqualTo(200);
        assertThat(Outcome.codes(http("stranger").get(path + "/$letters"), 404)).containsExactly("request/not-found");
        assertThat(Outcome.codes(http("stranger").post(path + "/$resend", "{\"resourceType\":\"Parameters\"}"), 404))
                .containsExactly("request/not-found");
        assertThat(Outcome.codes(http("stranger").delete(path), 404)).containsExactly("request/not-found");
        String moved = Fhir.CONTEXT
                .newJsonParser()
                .encodeResourceToString(inbox.stored().setReason("to look in"));
        assertThat(Outcome.codes(http("stranger").put(path, moved), 404)).containsExactly("request/not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:8081/actuator",
                "https://ehr.example.org/hook",
                "http://169.254.169.254/latest/meta-data"
            })
    void refusesAnEndpointThatNobodyListed(String endpoint) {
        assertThat(Outcome.codes(new Inbox(http()).subscribe("Task?status=requested", endpoint), 422))
                .containsExactly("notification/endpoint");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Patient?name=x", "Task?no-such-parameter=1", "Task?patient.name=Rosa", "Task?_has:X:y:z=1"})
    void refusesCriteriaThatItCannotServe(String criteria) {
        HttpResponse<String> answer = new Inbox(http()).subscribe(criteria, RECEIVER.endpoint("l"));
        assertThat(Outcome.codes(answer, 422)).as(answer.body()).containsExactly("notification/criteria");
    }

    @Test
    void isNoSubscriptionWithoutAStatusOrWithAnEndThatHasPassed() {
        String sound = """
                {"resourceType":"Subscription","status":"requested","reason":"To know","end":"2020-01-01T00:00:00Z",
                 "criteria":"Task?status=requested","channel":{"type":"rest-hook","endpoint":"%s"}}
                """.formatted(RECEIVER.endpoint("l"));
        HttpResponse<String> ended = http().post("/Subscription", sound);
        assertThat(Outcome.codes(ended, 422)).containsExactly("notification/status");
        assertThat(ended.body()).contains("Subscription.end");
        String without = sound.replace("\"status\":\"requested\",", "").replace("2020", "2099");
        assertThat(Outcome.codes(http().post("/Subscription", without), 422)).contains("notification/status");
    }

    @Test
    void letsPollInstead() {
        Inbox inbox = new Inbox(http());
        String task = inbox.task();
        String found = http().get("/Task?patient=Patient/" + inbox.patient + "&_lastUpdated=gt2026-01-01T00:00:00Z")
                .body();
        assertThat(found).contains("\"id\":\"" + task + "\"");
    }

    private static int answerAfter(CountDownLatch end) {
        try {
            end.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 200;
    }

    private static long number(Map<String, String> letter) {
        return Long.parseLong(letter.getOrDefault("number", "0"));
    }

    private static ConditionFactory patiently() {
        return await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100));
    }

    private static String transaction(String one, String other) {
        String entry = "{\"resource\":%s,\"request\":{\"method\":\"POST\",\"url\":\"Task\"}}";
        return "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + entry.formatted(one) + ","
                + entry.formatted(other) + "]}";
    }
}
