package org.manypaths.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;

/** Organisations, people and records whose ids begin alike have nothing to do with each other. */
class NamesakesIT extends ServerIT {

    private final String family = "N" + UUID.randomUUID();

    @BeforeEach
    void organizations() {
        AccessFixtures.organizations(http());
        for (String id : List.of("demo-a", "demo-ab")) {
            HttpResponse<String> stored = http().put(
                            "/Organization/" + id,
                            "{\"resourceType\":\"Organization\",\"id\":\"" + id + "\",\"active\":true,\"name\":\"x\"}");
            assertThat(stored.statusCode()).as(stored.body()).isIn(200, 201);
        }
    }

    @Test
    void eachFindsItsOwn() {
        for (List<String> pair :
                List.of(List.of(TestClients.A, TestClients.AB), List.of(TestClients.AB, TestClients.A))) {
            String own = pair.get(0);
            String person = AccessFixtures.store(http(own), "Patient", AccessFixtures.patient(family + own));
            String goal = AccessFixtures.store(http(own), "Goal", AccessFixtures.goal(person));
            assertThat(found(own, "/Goal?subject=Patient/" + person)).containsExactly("Goal/" + goal);
            assertThat(found(pair.get(1), "/Goal?subject=Patient/" + person)).isEmpty();
            assertThat(found(pair.get(1), "/Patient?family=" + family + own)).isEmpty();
            assertThat(Outcome.codes(http(pair.get(1)).get("/Goal/" + goal), 404))
                    .containsExactly("request/not-found");
            assertThat(http(pair.get(1)).delete("/Goal/" + goal).statusCode()).isEqualTo(404);
            assertThat(found("operator", "/Goal?subject=Patient/" + person + "&ihrp-access=holder%7Cdemo-" + own))
                    .containsExactly("Goal/" + goal);
            assertThat(found(
                            "operator",
                            "/Goal?subject=Patient/" + person + "&ihrp-access=holder%7Cdemo-" + pair.get(1)))
                    .isEmpty();
        }
    }

    @Test
    void aPersonIsNotTheOneWhoseIdGoesOn() {
        String shorter = "n" + UUID.randomUUID();
        for (String id : List.of(shorter, shorter + "b")) {
            HttpResponse<String> stored =
                    http().put("/Patient/" + id, "{\"resourceType\":\"Patient\",\"id\":\"" + id + "\"}");
            assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
            AccessFixtures.store(http(), "Goal", AccessFixtures.goal(id));
        }
        assertThat(found("operator", "/Goal?subject=Patient/" + shorter)).hasSize(1);
        assertThat(found("operator", "/Goal?subject=Patient/" + shorter + "b")).hasSize(1);
    }

    @Test
    void aConsentNamesOneOfThem() {
        String person = AccessFixtures.store(http("counselling"), "Patient", AccessFixtures.patient(family));
        String goal = AccessFixtures.store(http("counselling"), "Goal", AccessFixtures.goal(person));
        AccessFixtures.store(
                http("counselling"),
                "Consent",
                AccessFixtures.consent(person, "demo-counselling", List.of("demo-ab"), "active"));
        assertThat(http(TestClients.AB).get("/Goal/" + goal).statusCode()).isEqualTo(200);
        assertThat(found(TestClients.AB, "/Goal?subject=Patient/" + person)).contains("Goal/" + goal);
        assertThat(http(TestClients.A).get("/Goal/" + goal).statusCode()).isEqualTo(404);
        assertThat(found(TestClients.A, "/Goal?subject=Patient/" + person)).isEmpty();
    }

    private List<String> found(String client, String path) {
        HttpResponse<String> answer = http(client).get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return AccessFixtures.parse(answer, Bundle.class).getEntry().stream()
                .filter(entry -> entry.getResource().getIdElement().hasIdPart())
                .map(entry -> entry.getResource()
                        .getIdElement()
                        .toUnqualifiedVersionless()
                        .getValue())
                .toList();
    }
}
