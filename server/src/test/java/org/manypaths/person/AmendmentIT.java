package org.manypaths.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manypaths.access.AccessFixtures;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;
import org.manypaths.testkit.Tokens;

/** What a person has to say to what is said of them. */
class AmendmentIT extends ServerIT {

    private String patient = "";
    private String goal = "";

    @BeforeEach
    void meet() {
        AccessFixtures.organizations(http());
        patient = AccessFixtures.store(counselling(), "Patient", AccessFixtures.patient("Amends" + UUID.randomUUID()));
        goal = "Goal/" + AccessFixtures.store(counselling(), "Goal", AccessFixtures.goal(patient));
    }

    @Test
    void goesWhereverTheRecordGoes() {
        HttpResponse<String> amended = counselling()
                .post("/" + goal + "/$amend", amendment("disagreement", "I never said sleep. I said rest."));
        assertThat(amended.statusCode()).as(amended.body()).isEqualTo(200);
        assertThat(amended.body()).contains("I never said sleep. I said rest.", "Sleep", "Patient/" + patient);
        AccessFixtures.store(
                counselling(),
                "Consent",
                AccessFixtures.consent(patient, "demo-counselling", List.of("demo-hospital"), "active"));
        assertThat(http(TestClients.HOSPITAL).get("/" + goal).body()).contains("I said rest.");
        assertThat(http(TestClients.HOSPITAL).get("/Goal?patient=" + patient).body())
                .contains("I said rest.");
    }

    @Test
    void isAttachedByThePersonThemselves() {
        HttpResponse<String> known = http().put(
                        "/Patient/" + TestClients.PERSON_ID,
                        "{\"resourceType\":\"Patient\",\"id\":\"" + TestClients.PERSON_ID + "\",\"active\":true,"
                                + "\"meta\":{\"tag\":[{\"system\":\"https://w3id.org/manypaths/fhir/CodeSystem/ihrp-origin\","
                                + "\"code\":\"demo-counselling\"}]}}");
        assertThat(known.statusCode()).as(known.body()).isIn(200, 201);
        String own = "Goal/" + AccessFixtures.store(counselling(), "Goal", AccessFixtures.goal(TestClients.PERSON_ID));
        HttpResponse<String> amended =
                http(TestClients.PERSON).post("/" + own + "/$amend", amendment("addition", "And a dog."));
        assertThat(amended.statusCode()).as(amended.body()).isEqualTo(200);
        assertThat(counselling().get("/" + own).body()).contains("And a dog.");
        assertThat(http(TestClients.PERSON)
                        .post("/" + goal + "/$amend", amendment("addition", "x"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void isNotAttachedWithATokenThatOnlyReads() {
        Http reader = withoutToken().with(Tokens.fetch(base(), TestClients.COUNSELLING, "system/*.rs"));
        assertThat(Outcome.codes(reader.post("/" + goal + "/$amend", amendment("addition", "x")), 403))
                .containsExactly("access/scope");
    }

    @Test
    void isRefusedToOthersAndWithoutWords() {
        assertThat(http(TestClients.STRANGER)
                        .post("/" + goal + "/$amend", amendment("addition", "x"))
                        .statusCode())
                .isEqualTo(404);
        AccessFixtures.store(
                counselling(),
                "Consent",
                AccessFixtures.consent(patient, "demo-counselling", List.of("demo-hospital"), "active"));
        assertThat(Outcome.codes(
                        http(TestClients.HOSPITAL).post("/" + goal + "/$amend", amendment("addition", "x")), 403))
                .containsExactly("amendment/not-yours");
        assertThat(Outcome.codes(counselling().post("/" + goal + "/$amend", amendment("rebuke", "x")), 400))
                .containsExactly("amendment/kind");
        assertThat(Outcome.codes(
                        counselling().post("/" + goal + "/$amend", amendment("addition", " \u00a0\u200b")), 400))
                .containsExactly("amendment/text");
        assertThat(counselling().get("/" + goal + "/_history?_summary=count").body())
                .contains("\"total\":1");
    }

    private static String amendment(String kind, String text) {
        return """
                {"resourceType":"Parameters","parameter":[
                 {"name":"kind","valueCode":"%s"},{"name":"text","valueString":"%s"}]}""".formatted(kind, text);
    }

    private Http counselling() {
        return http(TestClients.COUNSELLING);
    }
}
