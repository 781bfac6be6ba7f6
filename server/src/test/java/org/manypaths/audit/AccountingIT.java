package org.manypaths.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manypaths.consent.Basis;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who was given the records of a person: told to whom it may be, and still told when the records are gone. */
class AccountingIT extends ServerIT {

    private String person = "unset";
    private String path = "unset";

    @Autowired
    private Trail trail;

    @Autowired
    private JdbcTemplate database;

    @BeforeEach
    void recordsHeldByCounsellingAndGivenToHospital() {
        send("PUT", "/Organization/demo-hospital", """
                {"resourceType":"Organization","id":"demo-hospital","name":"Riverside Hospital",
                 "address":[{"line":["1 River Road"],"city":"Springfield"}]}""", TestClients.OPERATOR);
        HttpResponse<String> answer =
                send("POST", "/Patient", "{\"resourceType\":\"Patient\"}", TestClients.COUNSELLING);
        about(answer.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst(".*/Patient/", "")
                .replaceFirst("/.*", ""));
        disclose("hospital", Basis.WRITTEN_CONSENT, Optional.of("consent-7"));
        disclose("counselling", Basis.OWN_PROGRAMME, Optional.empty());
        disclose("app", Basis.THE_PERSON, Optional.empty());
    }

    @Test
    void tellsToWhomWhatAndWhy() {
        Parameters told = told(TestClients.OPERATOR);
        assertThat(told.getParameters("disclosure")).hasSize(1);
        Parameters.ParametersParameterComponent disclosure =
                told.getParameters("disclosure").get(0);
        assertThat(disclosure.getPart())
                .extracting(Parameters.ParametersParameterComponent::getName)
                .contains("date", "recipient", "address", "what", "record", "purpose", "basis", "consent");
        String text = Fhir.CONTEXT.newJsonParser().encodeResourceToString(told);
        assertThat(text)
                .contains("Riverside Hospital", "1 River Road, Springfield", "treatment plan, 2 × goal")
                .contains("Consent/consent-7", "42 CFR 2.31");
    }

    @Test
    void tellsThePersonTheSameOfThemselves() {
        about(TestClients.PERSON_ID);
        disclose("hospital", Basis.WRITTEN_CONSENT, Optional.of("consent-7"));
        assertThat(text(TestClients.PERSON)).contains("Riverside Hospital").isEqualTo(text(TestClients.OPERATOR));
    }

    @Test
    void tellsTheOperatorAndTheProgrammeThatHoldsTheRecordTheSame() {
        assertThat(text(TestClients.COUNSELLING)).isEqualTo(text(TestClients.OPERATOR));
    }

    @Test
    void isTheSameForThoseWhoMayNotAskAsForAPersonWhoIsNotHere() {
        String absent = get(
                        "/Patient/nobody-at-all/$accounting-of-disclosures",
                        TestClients.STRANGER,
                        "application/fhir+json")
                .body()
                .replace("nobody-at-all", person);
        for (String session : List.of(TestClients.STRANGER, TestClients.DETOX, TestClients.PERSON)) {
            HttpResponse<String> answer = get(path, session, "application/fhir+json");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(absent);
        }
    }

    @Test
    void survivesTheDeletionOfTheRecords() {
        String before = text(TestClients.OPERATOR);
        assertThat(send("DELETE", "/Patient/" + person, "", TestClients.COUNSELLING)
                        .statusCode())
                .isEqualTo(200);
        assertThat(text(TestClients.OPERATOR)).isEqualTo(before);
        assertThat(text(TestClients.COUNSELLING)).isEqualTo(before);
    }

    @Test
    void isAPageInWordsForABrowser() {
        HttpResponse<String> page = get(path, TestClients.COUNSELLING, "text/html");
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(page.body())
                .contains("Who was given these records", "Riverside Hospital", "treatment plan, 2 × goal")
                .contains("your written consent (Consent/consent-7)", "@media print");
    }

    @Test
    void narrowsToARecipientAndAStart() {
        assertThat(disclosures("?recipient=Organization/demo-hospital")).isEqualTo(1);
        assertThat(disclosures("?recipient=Organization/demo-detox")).isZero();
        assertThat(disclosures("?start=2100-01-01")).isZero();
        assertThat(disclosures("?start=1990-01-01")).isEqualTo(1);
    }

    @Test
    void saysThatNobodyElseWasAskedFor() {
        assertThat(get(path + "?recipient=Organization/nobody", TestClients.OPERATOR, "application/fhir+json")
                        .body())
                .contains(
                        "nothing is recorded that went to Organization/nobody; what went to others was not asked for");
        assertThat(get(path + "?recipient=Organization/demo-detox", TestClients.COUNSELLING, "text/html")
                        .body())
                .contains("what went to others was not asked for")
                .doesNotContain("given to nobody");
        assertThat(get(path + "?start=2100-01-01", TestClients.COUNSELLING, "text/html")
                        .body())
                .contains("That day is still to come");
    }

    @Test
    void askingIsInTheTrailAndIsNoDisclosure() {
        text(TestClients.COUNSELLING);
        text(TestClients.COUNSELLING);
        assertThat(disclosures("")).isEqualTo(1);
        assertThat(database.queryForObject(
                        "select count(*) from MP_TRAIL where PERSON = ? and KIND = 'OPERATION'"
                                + " and QUERY like '%accounting-of-disclosures%'",
                        Integer.class, person))
                .isEqualTo(3);
    }

    private void disclose(String client, Basis basis, Optional<String> consent) {
        trail.append(new Entry(
                Kind.SEARCH,
                Optional.of(client),
                Optional.empty(),
                Optional.of("demo-" + client),
                Optional.of(person),
                Optional.of("demo-counselling"),
                List.of("Goal/a/_history/1", "Goal/b/_history/1", "CarePlan/p/_history/3"),
                Optional.empty(),
                Optional.of("TREATMENT"),
                Optional.of(basis.name()),
                consent,
                Outcome.SUCCESS,
                Optional.empty(),
                "account"));
    }

    private int disclosures(String query) {
        HttpResponse<String> answer = get(path + query, TestClients.OPERATOR, "application/fhir+json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Fhir.CONTEXT
                .newJsonParser()
                .parseResource(Parameters.class, answer.body())
                .getParameters("disclosure")
                .size();
    }

    private Parameters told(String session) {
        return Fhir.CONTEXT
                .newJsonParser()
                .parseResource(
                        Parameters.class,
                        get(path, session, "application/fhir+json").body());
    }

    /** Without the start, which moves with the clock. */
    private String text(String session) {
        HttpResponse<String> answer = get(path, session, "application/fhir+json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().replaceFirst("\"name\":\"start\",\"valueDateTime\":\"[^\"]*\"", "");
    }

    private void about(String id) {
        person = id;
        path = "/Patient/" + id + "/$accounting-of-disclosures";
    }

    private HttpResponse<String> get(String target, String client, String accept) {
        return http().send(
                        http(client).request(target).setHeader("Accept", accept).GET());
    }

    private HttpResponse<String> send(String method, String target, String body, String client) {
        return http().send(http(client)
                .request(target)
                .header("Content-Type", "application/fhir+json")
                .method(method, BodyPublishers.ofString(body)));
    }
}
