package org.manypaths.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manypaths.notification.DeliveryGate;
import org.manypaths.notification.DeliveryGate.Delivery;
import org.manypaths.testkit.PartnerBundle;
import org.manypaths.testkit.ServerIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whichever way a record leaves, it leaves by a decision, and the trail has its ground. */
class EveryWayOutIT extends ServerIT {

    private static final Pattern FILE = Pattern.compile("/fhir(/\\$export-file[^\"]*)");

    private String patient = "";
    private String goal = "";

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private DeliveryGate gate;

    @BeforeEach
    void aPersonOfCounselling() {
        AccessFixtures.organizations(http());
        patient = AccessFixtures.store(
                http("counselling"), "Patient", AccessFixtures.patient("N" + PartnerBundle.newNumber()));
        goal = AccessFixtures.store(http("counselling"), "Goal", AccessFixtures.goal(patient));
    }

    @Test
    void aWriteIsInTheTrailWithItsHolder() {
        assertThat(entries("WRITE", "Goal/" + goal)).singleElement().satisfies(entry -> assertThat(entry)
                .containsEntry("PERSON", patient)
                .containsEntry("HOLDER", "demo-counselling")
                .containsEntry("BASIS", "OWN_PROGRAMME"));
    }

    @Test
    void whatIsReadByConsentIsInTheTrailWithTheConsent() {
        assertThat(http("hospital").get("/Goal/" + goal).statusCode()).isEqualTo(404);
        assertThat(entries("REFUSAL", "Goal/" + goal)).singleElement().satisfies(entry -> assertThat(entry)
                .containsEntry("CLIENT", "hospital")
                .containsEntry("HOLDER", "demo-counselling"));
        String consent = consent();
        assertThat(http("hospital").get("/Goal/" + goal).statusCode()).isEqualTo(200);
        assertThat(entries("READ", "Goal/" + goal)).singleElement().satisfies(entry -> assertThat(entry)
                .containsEntry("PERSON", patient)
                .containsEntry("CLIENT", "hospital")
                .containsEntry("HOLDER", "demo-counselling")
                .containsEntry("BASIS", "WRITTEN_CONSENT")
                .containsEntry("CONSENT", consent));
        HttpResponse<String> told = http("counselling").get("/Patient/" + patient + "/$accounting-of-disclosures");
        assertThat(told.body()).contains("Organization/demo-hospital", "Consent/" + consent);
    }

    @Test
    void whatAnOperationDrawsUponIsInTheTrailAndUnderTheNotice() {
        String observation = AccessFixtures.store(http("counselling"), "Observation", """
                {"resourceType":"Observation","status":"final","subject":{"reference":"Patient/%s"},
                 "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category",
                  "code":"social-history"}]}],
                 "code":{"text":"Days of use"},"effectiveDateTime":"2026-01-05","valueInteger":3}""".formatted(patient));
        consent();
        HttpResponse<String> profile = http("hospital").get("/Patient/" + patient + "/$substance-profile");
        assertThat(profile.statusCode()).as(profile.body()).isEqualTo(200);
        assertThat(profile.headers().firstValue(Notice.HEADER)).contains(Notice.STATEMENT_2);
        assertThat(entries("OPERATION", "Patient/" + patient)).as(observation).anySatisfy(entry -> assertThat(entry)
                .containsEntry("CLIENT", "hospital")
                .containsEntry("PERSON", patient)
                .containsEntry("BASIS", "WRITTEN_CONSENT"));
    }

    @Test
    void anExportHoldsWhatAConsentLetsOutAndStopsWhenItIsRevoked() {
        assertThat(export()).noneMatch(file -> file.body().contains(goal));
        String consent = consent();
        String status = kickOff();
        assertThat(files(status)).anySatisfy(file -> {
            assertThat(file.body()).contains(goal).doesNotContain("ihrp-access").contains("42CFRPart2");
            assertThat(file.headers().firstValue(Notice.HEADER)).contains(Notice.STATEMENT_2);
            assertThat(file.headers().firstValue(Notice.CONSENT_HEADER).orElse(""))
                    .contains("Consent/" + consent);
            assertThat(file.headers().firstValue(Notice.SCOPE_HEADER).orElse(""))
                    .contains("Consent/" + consent + " for treatment: ");
        });
        assertThat(http("hospital").get(status).body())
                .containsPattern("\"scope\":\\[[^]]*\"Consent/" + consent + " for treatment: ");
        assertThat(entries("EXPORT", "Goal/" + goal)).singleElement().satisfies(entry -> assertThat(entry)
                .containsEntry("CONSENT", consent));
        assertThat(http("counselling").delete("/Consent/" + consent).statusCode())
                .isEqualTo(200);
        assertThat(files(status)).noneMatch(file -> file.body().contains(goal));
    }

    @Test
    void aNotificationIsSentByConsentAlone() {
        Delivery delivery = new Delivery(
                Optional.of("demo-hospital"),
                "https://h.example",
                "Patient/" + patient,
                "Goal/" + goal + "/_history/1");
        assertThat(gate.permits(delivery)).isFalse();
        String consent = consent();
        assertThat(gate.permits(delivery)).isTrue();
        assertThat(entries("OPERATION", "Goal/" + goal)).singleElement().satisfies(entry -> assertThat(entry)
                .containsEntry("CONSENT", consent));
        assertThat(gate.permits(
                        new Delivery(Optional.empty(), "https://h.example", "Patient/" + patient, delivery.focus())))
                .isFalse();
    }

    private String consent() {
        return AccessFixtures.store(
                http("counselling"),
                "Consent",
                AccessFixtures.consent(patient, "demo-counselling", List.of("demo-hospital"), "active"));
    }

    private List<Map<String, Object>> entries(String kind, String record) {
        return database.queryForList(
                "select CLIENT, PERSON, HOLDER, BASIS, CONSENT from MP_TRAIL where KIND = ? and RECORDS like ?",
                kind,
                "%" + record + "%");
    }

    private List<HttpResponse<String>> export() {
        return files(kickOff());
    }

    private String kickOff() {
        HttpResponse<String> answer = http("hospital")
                .send(http("hospital")
                        .request("/$export?_type=Goal")
                        .header("Prefer", "respond-async")
                        .GET());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer.headers().firstValue("Content-Location").orElseThrow().replaceFirst(".*/fhir(?=/)", "");
    }

    private List<HttpResponse<String>> files(String status) {
        HttpResponse<String> manifest = Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> http("hospital")
                                .send(http("hospital").request(status).method("GET", BodyPublishers.noBody())),
                        answer -> answer.statusCode() != 202);
        return FILE.matcher(manifest.body().replace("\\/", "/"))
                .results()
                .map(found -> http("hospital").get(found.group(1)))
                .toList();
    }
}
