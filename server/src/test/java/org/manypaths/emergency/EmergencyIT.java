package org.manypaths.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manypaths.access.AccessFixtures;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;

/** Somebody lies unconscious in a hospital to which nobody consented (42 CFR 2.51). */
class EmergencyIT extends ServerIT {

    private static final String OPEN = "/Patient/$emergency-access";

    private String family = "";
    private String patient = "";
    private String goal = "";

    @BeforeEach
    void meet() {
        AccessFixtures.organizations(http());
        family = "Emergency" + UUID.randomUUID();
        patient = AccessFixtures.store(http(TestClients.COUNSELLING), "Patient", AccessFixtures.patient(family));
        goal = AccessFixtures.store(http(TestClients.COUNSELLING), "Goal", AccessFixtures.goal(patient));
    }

    @Test
    void opensOnePersonForATimeAndWritesDownWhoAskedAndWhy() {
        String other = AccessFixtures.store(
                http(TestClients.COUNSELLING), "Patient", AccessFixtures.patient("Other" + UUID.randomUUID()));
        assertThat(inEmergency("/Goal/" + goal).statusCode()).isEqualTo(404);
        HttpResponse<String> opened = hospital().post(OPEN, declaration(family, "Unconscious, pinpoint pupils"));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(200);
        Parameters answer = Fhir.CONTEXT.newJsonParser().parseResource(Parameters.class, opened.body());
        assertThat(OffsetDateTime.parse(answer.getParameter("until").getValue().primitiveValue())
                        .toInstant())
                .isBetween(Instant.now().plusSeconds(3 * 3600), Instant.now().plusSeconds(4 * 3600 + 5));

        assertThat(inEmergency("/Goal/" + goal).statusCode()).isEqualTo(200);
        assertThat(inEmergency("/Goal?patient=" + patient).body()).contains(goal);
        assertThat(inEmergency("/Patient?identifier=http://hospital.example/mrn%7C" + family)
                        .body())
                .contains(patient);
        assertThat(inEmergency("/Patient/" + other).statusCode()).isEqualTo(404);
        assertThat(hospital().get("/Goal/" + goal).statusCode())
                .as("for another purpose it stays closed")
                .isEqualTo(404);
        assertThat(http(TestClients.STRANGER).get("/Goal/" + goal).statusCode()).isEqualTo(404);

        assertThat(http(TestClients.COUNSELLING)
                        .get("/Communication?patient=" + patient)
                        .body())
                .contains(
                        "Dr Ines Moreau", "Unconscious, pinpoint pupils", "Organization/demo-hospital", "42 CFR 2.51");
        assertThat(http().get("/AuditEvent?patient=Patient/" + patient + "&_count=50")
                        .body())
                .contains("demo-hospital");
    }

    @Test
    void answersAlikeWhetherOrNotThePersonIsKnown() {
        HttpResponse<String> known = hospital().post(OPEN, declaration(family, "Seizure"));
        HttpResponse<String> unknown = hospital().post(OPEN, declaration("Nobody" + UUID.randomUUID(), "Seizure"));
        assertThat(unknown.statusCode()).isEqualTo(200);
        assertThat(shape(unknown)).isEqualTo(shape(known));
        assertThat(unknown.headers().map().keySet())
                .isEqualTo(known.headers().map().keySet());
    }

    @Test
    void writesItDownWhateverIsHeldOfThePerson() {
        String other = "E" + UUID.randomUUID();
        String known = AccessFixtures.store(http("counselling"), "Patient", AccessFixtures.patient(other));
        assertThat(hospital().post(OPEN, declaration(other, "Overdose")).statusCode())
                .isEqualTo(200);
        assertThat(http("counselling")
                        .get("/Communication?subject=Patient/" + known)
                        .body())
                .contains("Dr Ines Moreau");
    }

    @Test
    void needsAReasonANameAndARegistration() {
        assertThat(Outcome.codes(hospital().post(OPEN, declaration(family, " \u00a0 ")), 422))
                .containsExactly("emergency/reason");
        for (String stroke : List.of(".", "-", "x", "null")) {
            assertThat(Outcome.codes(hospital().post(OPEN, declaration(family, stroke)), 422))
                    .as(stroke)
                    .containsExactly("emergency/reason");
        }
        assertThat(Outcome.codes(
                        hospital().post(OPEN, declaration(family, "Overdose").replace("Dr Ines Moreau", "\u00a0")),
                        422))
                .containsExactly("emergency/personnel");
        assertThat(Outcome.codes(hospital().post(OPEN, "{\"resourceType\":\"Parameters\"}"), 400))
                .containsExactly("emergency/patient");
        assertThat(Outcome.codes(http(TestClients.STRANGER).post(OPEN, declaration(family, "x")), 403))
                .containsExactly("emergency/not-registered");
        assertThat(http(TestClients.PERSON).post(OPEN, declaration(family, "x")).statusCode())
                .isEqualTo(404);
        assertThat(inEmergency("/Goal/" + goal).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> inEmergency(String path) {
        return hospital()
                .send(hospital()
                        .request(path)
                        .header("Purpose-Of-Use", "ETREAT")
                        .GET());
    }

    private static String shape(HttpResponse<String> answer) {
        return answer.body().replaceAll("\\d{4}-\\d{2}-\\d{2}T[^\"]*", "");
    }

    private static String declaration(String family, String reason) {
        return """
                {"resourceType":"Parameters","parameter":[
                 {"name":"patient","valueIdentifier":{"system":"http://hospital.example/mrn","value":"%s"}},
                 {"name":"reason","valueString":"%s"},
                 {"name":"personnel","valueString":"Dr Ines Moreau"}]}""".formatted(family, reason);
    }

    private Http hospital() {
        return http(TestClients.HOSPITAL);
    }
}
