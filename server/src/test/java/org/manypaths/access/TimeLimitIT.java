package org.manypaths.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.PartnerBundle;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;

/** A consent that speaks of a stretch of time (42 CFR 2.31(a)(3)): searches find what took place then, as reads do. */
class TimeLimitIT extends ServerIT {

    private static final String FEBRUARY =
            "\"dataPeriod\":{\"start\":\"2026-02-01T00:00:00Z\",\"end\":\"2026-03-01T00:00:00Z\"},";

    private String patient = "";
    private String january = "";
    private String february = "";
    private String whenever = "";

    @BeforeEach
    void store() {
        AccessFixtures.organizations(http());
        patient = AccessFixtures.store(holder(), "Patient", AccessFixtures.patient("Time" + PartnerBundle.newNumber()));
        january = condition("\"recordedDate\":\"2026-01-20T10:00:00Z\",");
        february = condition("\"recordedDate\":\"2026-02-20T10:00:00Z\",");
        whenever = condition("");
    }

    @Test
    void letsASearchFindWhatTookPlaceInItAndNothingElse() {
        consent(consent -> consent.replace("\"securityLabel\":", FEBRUARY + "\"securityLabel\":"));
        assertSeen(List.of(february), List.of(january, whenever));
    }

    @Test
    void keepsBackWhatTookPlaceInItAndLetsASearchFindTheRest() {
        consent(consent -> consent.replaceFirst(
                "}]}}$",
                "}],\"provision\":[{\"type\":\"deny\"," + FEBRUARY
                        + "\"securityLabel\":[{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-ActCode\","
                        + "\"code\":\"42CFRPart2\"}]}]}}"));
        assertSeen(List.of(january), List.of(february, whenever));
    }

    @Test
    void followsARecordIntoAndOutOfIt() {
        consent(consent -> consent.replace("\"securityLabel\":", FEBRUARY + "\"securityLabel\":"));
        assertThat(move(january, "2026-02-11")).isEqualTo(200);
        assertThat(move(february, "2026-04-11")).isEqualTo(200);
        assertSeen(List.of(january), List.of(february, whenever));
    }

    private void assertSeen(List<String> seen, List<String> hidden) {
        Bundle page = AccessFixtures.parse(hospital().get("/Condition?patient=" + patient), Bundle.class);
        assertThat(page.getEntry())
                .filteredOn(entry -> entry.getResource().fhirType().equals("Condition"))
                .extracting(entry -> entry.getResource().getIdElement().getIdPart())
                .containsExactlyInAnyOrderElementsOf(seen);
        assertThat(page.getTotal()).isEqualTo(seen.size());
        assertThat(AccessFixtures.parse(hospital().get("/Condition?_summary=count&patient=" + patient), Bundle.class)
                        .getTotal())
                .isEqualTo(seen.size());
        seen.forEach(id ->
                assertThat(hospital().get("/Condition/" + id).statusCode()).isEqualTo(200));
        hidden.forEach(id ->
                assertThat(hospital().get("/Condition/" + id).statusCode()).isEqualTo(404));
    }

    private void consent(java.util.function.UnaryOperator<String> limited) {
        String whole = AccessFixtures.consent(patient, "demo-counselling", List.of("demo-hospital"), "active");
        assertThat(limited.apply(whole)).isNotEqualTo(whole);
        AccessFixtures.store(holder(), "Consent", limited.apply(whole));
    }

    private String condition(String recorded) {
        return AccessFixtures.store(holder(), "Condition", """
                {"resourceType":"Condition",%s"clinicalStatus":{"coding":[{
                  "system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},
                 "code":{"coding":[{"system":"http://hl7.org/fhir/sid/icd-10-cm","code":"F11.20"}]},
                 "subject":{"reference":"Patient/%s"}}""".formatted(recorded, patient));
    }

    private int move(String id, String day) {
        String stored = holder().get("/Condition/" + id).body();
        return holder().put(
                        "/Condition/" + id,
                        stored.replaceFirst("\"recordedDate\":\\s*\"[^\"]*\"", "\"recordedDate\":\"" + day + "\""))
                .statusCode();
    }

    private Http holder() {
        return http(TestClients.COUNSELLING);
    }

    private Http hospital() {
        return http(TestClients.HOSPITAL);
    }
}
