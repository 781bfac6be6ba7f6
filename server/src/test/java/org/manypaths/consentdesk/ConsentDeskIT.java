package org.manypaths.consentdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
import org.manypaths.testkit.Tokens;

/** A consent from the form that a person signs to the word by which they take it back. */
class ConsentDeskIT extends ServerIT {

    private static final String MRN = "http://hospital.example/mrn";

    private String family = "";
    private String patient = "";
    private String goal = "";

    @BeforeEach
    void meet() {
        AccessFixtures.organizations(http());
        family = "Desk" + UUID.randomUUID();
        patient = AccessFixtures.store(counselling(), "Patient", AccessFixtures.patient(family));
        goal = AccessFixtures.store(counselling(), "Goal", AccessFixtures.goal(patient));
    }

    @Test
    void letsGoFromTheNextRequestUntilItIsTakenBack() {
        assertThat(hospital().get("/Goal/" + goal).statusCode()).isEqualTo(404);
        Parameters filed = parameters(file(form("")), 200);
        assertThat(text(filed, "state")).isEqualTo("in-force");
        assertThat(all(filed, "sentence"))
                .contains("It is in force.", "It ends on Thursday 31 December 2099.")
                .anySatisfy(sentence -> assertThat(sentence)
                        .startsWith("counselling may tell hospital what its records say about health in general,")
                        .endsWith("for treatment."));
        assertThat(hospital().get("/Goal/" + goal).statusCode()).isEqualTo(200);

        String consent = text(filed, "consent");
        HttpResponse<String> revoked = counselling().post("/" + consent + "/$revoke", """
                {"resourceType":"Parameters","parameter":[{"name":"words","valueString":"I do not want that any more."}]}""");
        Parameters ended = parameters(revoked, 200);
        assertThat(text(ended, "state")).isEqualTo("revoked");
        assertThat(hospital().get("/Goal/" + goal).statusCode()).isEqualTo(404);
        assertThat(counselling().get("/Provenance?target=" + consent).body()).contains("I do not want that any more.");
        assertThat(Outcome.codes(
                        counselling().post("/" + consent + "/$revoke", "{\"resourceType\":\"Parameters\"}"), 409))
                .containsExactly("consent/no-longer");
    }

    @Test
    void endsWithTheEventThatItNames() {
        String untilEvent = form(",{\"name\":\"ends-with\",\"valueCode\":\"event\"},"
                        + "{\"name\":\"ends-with-words\",\"valueString\":\"When I move to my sister\"}")
                .replace("{\"name\":\"ends\",\"valueDateTime\":\"2099-12-31\"},", "");
        Parameters filed = parameters(file(untilEvent), 200);
        assertThat(all(filed, "sentence")).contains("It ends when this comes: “When I move to my sister”.");
        assertThat(hospital().get("/Goal/" + goal).statusCode()).isEqualTo(200);
        String revoke = "/" + text(filed, "consent") + "/$revoke";
        assertThat(Outcome.codes(counselling().post(revoke, came("2099-05-01")), 400))
                .containsExactly("consent/parameter");
        assertThat(hospital().get("/Goal/" + goal).statusCode()).isEqualTo(200);
        assertThat(Outcome.codes(counselling().post(revoke, came("2025-05-01")), 400))
                .containsExactly("consent/parameter");
        Parameters ended = parameters(counselling().post(revoke, came("2026-05-01")), 200);
        assertThat(text(ended, "state")).isEqualTo("expired");
        assertThat(all(ended, "sentence")).contains("That came on Friday 1 May 2026.");
        assertThat(hospital().get("/Goal/" + goal).statusCode()).isEqualTo(404);
    }

    @Test
    void staysEndedWhateverIsWrittenToIt() {
        String consent = text(parameters(file(form("")), 200), "consent");
        String inForce = counselling().get("/" + consent).body();
        assertThat(counselling()
                        .post("/" + consent + "/$revoke", "{\"resourceType\":\"Parameters\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Outcome.codes(write("PUT", consent, "fhir", inForce), 422)).containsExactly("consent/ended");
        String entry = "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":" + inForce
                + ",\"request\":{\"method\":\"PUT\",\"ifMatch\":\"W/\\\"2\\\"\",\"url\":\"" + consent + "\"}}]}";
        assertThat(Outcome.codes(counselling().post("", entry), 422)).containsExactly("consent/ended");
        String patch = "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"active\"}]";
        assertThat(Outcome.codes(write("PATCH", consent, "json-patch", patch), 422))
                .containsExactly("consent/ended");
        assertThat(hospital().get("/Goal/" + goal).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> write(String method, String consent, String format, String body) {
        return counselling()
                .send(counselling()
                        .request("/" + consent)
                        .header("Content-Type", "application/" + format + "+json")
                        .header("If-Match", "W/\"2\"")
                        .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    @Test
    void endsWithNoEventThatItDoesNotName() {
        String consent = text(parameters(file(form("")), 200), "consent");
        HttpResponse<String> refused = counselling().post("/" + consent + "/$revoke", came("2026-05-01"));
        assertThat(Outcome.codes(refused, 400)).containsExactly("consent/parameter");
        assertThat(hospital().get("/Goal/" + goal).statusCode()).isEqualTo(200);
    }

    private static String came(String day) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"came\",\"valueDateTime\":\"" + day
                + "\"}]}";
    }

    @Test
    void letsNothingOfAMinorGoWhereNobodySetTheStatesRule() {
        String minor = AccessFixtures.store(
                counselling(),
                "Patient",
                AccessFixtures.patient(family + "-minor").replaceFirst("\\{", "{\"birthDate\":\"2012-01-01\","));
        HttpResponse<String> refused = counselling().post("/Patient/" + minor + "/$file-consent", form(""));
        assertThat(Outcome.codes(refused, 422)).containsOnly("consent/incomplete");
        assertThat(refused.body()).contains("who signs for a minor", "manypaths.consent.minors");

        String plan = AccessFixtures.store(counselling(), "Goal", AccessFixtures.goal(minor));
        AccessFixtures.store(
                counselling(),
                "Consent",
                AccessFixtures.consent(minor, "demo-counselling", List.of("demo-hospital"), "active"));
        assertThat(hospital().get("/Goal/" + plan).statusCode()).isEqualTo(404);
    }

    @Test
    void takesNoSignatureOfARepresentativeUnlessTheOperatorAllowsThem() {
        HttpResponse<String> refused = file(form(",{\"name\":\"representative-basis\",\"valueCode\":\"guardian\"},"
                + "{\"name\":\"signer\",\"valueReference\":{\"display\":\"Her guardian\"}}"));
        assertThat(Outcome.codes(refused, 422)).containsOnly("consent/incomplete");
        assertThat(refused.body()).contains("a signature of the person themselves");
    }

    @Test
    void namesAllThatTheLawAsksForAndIsNotThere() {
        HttpResponse<String> refused = file("""
                {"resourceType":"Parameters","parameter":[{"name":"signed","valueDateTime":"2026-01-09"}]}""");
        assertThat(Outcome.codes(refused, 422)).containsOnly("consent/incomplete");
        assertThat(refused.body())
                .contains(
                        "does not say to whom",
                        "does not say the purpose",
                        "does not say a signature",
                        "that and how it can be revoked",
                        "when or with what it ends");
        assertThat(counselling()
                        .get("/Consent?patient=" + patient + "&_summary=count")
                        .body())
                .contains("\"total\":0");
    }

    @Test
    void endsAfterItWasSigned() {
        HttpResponse<String> refused = file(form("").replace("2099-12-31", "2025-12-31"));
        assertThat(Outcome.codes(refused, 400)).containsExactly("consent/parameter");
        assertThat(refused.body())
                .contains("ends", "2025-12-31", "still to come")
                .doesNotContain("per-1");
        HttpResponse<String> stored = counselling()
                .post(
                        "/Consent",
                        AccessFixtures.consent(patient, "demo-counselling", List.of("demo-hospital"), "active")
                                .replace("2036-01-09", "2025-01-09"));
        assertThat(stored.statusCode()).isEqualTo(422);
        assertThat(stored.body()).contains("Consent.provision.period", "The period ends before it starts.", "end");
        assertThat(counselling()
                        .get("/Consent?patient=" + patient + "&_summary=count")
                        .body())
                .contains("\"total\":0");
    }

    @Test
    void namesTheParameterThatIsOfAnotherType() {
        HttpResponse<String> refused = hospital()
                .post(
                        "/Patient/$consent-decision",
                        question("hospital", family).replace("]}", ",{\"name\":\"label\",\"valueString\":\"PSY\"}]}"));
        assertThat(Outcome.codes(refused, 400)).containsExactly("request/invalid-parameter");
        assertThat(refused.body())
                .contains("label", "valueCoding", "valueString")
                .doesNotContain("StringType");
    }

    @Test
    void readsBackWhatIsKeptBack() {
        Parameters filed = parameters(file(form(",{\"name\":\"keep-back\",\"valueCode\":\"PSY\"}")), 200);
        assertThat(all(filed, "sentence"))
                .contains("Records of counselling about mental health do not go to hospital, whatever else is let go.")
                .anySatisfy(sentence -> assertThat(sentence).startsWith("Grief, sleep,"))
                .filteredOn(sentence -> sentence.startsWith("counselling may tell"))
                .isNotEmpty()
                .noneMatch(sentence -> sentence.contains("mental health"));
        HttpResponse<String> hidden = http(TestClients.STRANGER).get("/" + text(filed, "consent") + "/$read-back");
        assertThat(hidden.statusCode()).isEqualTo(404);
    }

    @Test
    void saysThatNothingGoesOfAnotherThanTheOneThatStoresIt() {
        Parameters filed = parameters(
                file(form(",{\"name\":\"discloser\",\"valueReference\":{\"reference\":\"Organization/demo-detox\"}}")),
                200);
        assertThat(all(filed, "sentence"))
                .contains("Nothing of the records of detox goes by it: it is stored by counselling, and speaks for that"
                        + " one's records alone.")
                .noneMatch(sentence -> sentence.contains("may tell"));
        assertThat(hospital().get("/Goal/" + goal).statusCode()).isEqualTo(404);
    }

    @Test
    void isTakenBackByNobodyElse() {
        String consent = text(parameters(file(form("")), 200), "consent");
        assertThat(Outcome.codes(hospital().post("/" + consent + "/$revoke", "{\"resourceType\":\"Parameters\"}"), 403))
                .containsExactly("consent/not-yours");
        assertThat(http(TestClients.STRANGER)
                        .post("/" + consent + "/$revoke", "{\"resourceType\":\"Parameters\"}")
                        .statusCode())
                .isEqualTo(404);
        Http reader = withoutToken().with(Tokens.fetch(base(), TestClients.COUNSELLING, "system/*.rs"));
        assertThat(Outcome.codes(reader.post("/" + consent + "/$revoke", "{\"resourceType\":\"Parameters\"}"), 403))
                .containsExactly("access/scope");
        assertThat(Outcome.codes(reader.post("/Patient/" + patient + "/$file-consent", form("")), 403))
                .containsExactly("access/scope");
        assertThat(hospital().get("/Goal/" + goal).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsAPartnerBeforehandAndNothingOfThoseWhoSaidNothing() {
        String nobody = decision("hospital", family + "-unknown", 200);
        String withoutConsent = decision("hospital", family, 200);
        String withoutRecords =
                AccessFixtures.store(counselling(), "Patient", AccessFixtures.patient(family + "-empty"));
        assertThat(withoutRecords).isNotEmpty();
        assertThat(List.of(nobody, withoutConsent, decision("hospital", family + "-empty", 200)))
                .allMatch(answer -> answer.equals(nobody));
        assertThat(nobody).contains("\"deny\"").doesNotContain("obligation");

        assertThat(file(form("")).statusCode()).isEqualTo(200);
        assertThat(decision("hospital", family, 200)).contains("\"permit\"", "NORDSCLCD", "PERSISTLABEL");
        assertThat(decision("stranger", family, 200)).isEqualTo(nobody);
        assertThat(hospital()
                        .post("/Patient/$consent-decision", question("counselling", family))
                        .statusCode())
                .isEqualTo(403);
        assertThat(Outcome.codes(
                        hospital().post("/Patient/$consent-decision", "{\"resourceType\":\"Parameters\"}"), 400))
                .containsExactly("consent/parameter");
        assertThat(http().post("/Patient/$consent-decision", question("hospital", family))
                        .body())
                .contains("\"permit\"");
    }

    @Test
    void tellsOperatorsWhyAndNobodyElse() {
        String why = "/$why?record=Goal/" + goal + "&system=hospital";
        Parameters denied = parameters(http().get(why), 200);
        assertThat(text(denied, "decision")).isEqualTo("deny");
        assertThat(text(denied, "rule")).isEqualTo("no-basis");
        assertThat(text(denied, "paragraph")).contains("2.31");
        String consent = text(parameters(file(form("")), 200), "consent");
        Parameters permitted = parameters(http().get(why), 200);
        assertThat(text(permitted, "decision")).isEqualTo("permit");
        assertThat(text(permitted, "consent")).isEqualTo(consent);
        assertThat(text(permitted, "paragraph")).isEqualTo("42 CFR 2.31, 2.33(a)");
        assertThat(text(parameters(http().get("/$why?record=Goal/" + goal + "&system=counselling"), 200), "rule"))
                .isEqualTo("own-programme");
        assertThat(counselling().get(why).statusCode()).isEqualTo(404);
        assertThat(Outcome.codes(http().get("/$why?record=Goal/" + goal + "&system=nobody"), 422))
                .containsExactly("consent/unknown-system");
    }

    private HttpResponse<String> file(String form) {
        return counselling().post("/Patient/" + patient + "/$file-consent", form);
    }

    static String form(String more) {
        return """
                {"resourceType":"Parameters","parameter":[
                 {"name":"recipient","valueReference":{"reference":"Organization/demo-hospital"}},
                 {"name":"purpose","valueCode":"TREAT"},
                 {"name":"ends","valueDateTime":"2099-12-31"},
                 {"name":"words","valueString":"What they need to treat me."},
                 {"name":"told","valueCode":"revocation"},
                 {"name":"signed","valueDateTime":"2026-01-09T12:30:00Z"},
                 {"name":"paper","valueString":"Signed on paper, folder 7"}%s]}""".formatted(more);
    }

    private String decision(String client, String value, int status) {
        HttpResponse<String> answer = http(client).post("/Patient/$consent-decision", question(client, value));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    static String question(String organization, String value) {
        return """
                {"resourceType":"Parameters","parameter":[
                 {"name":"patient","valueIdentifier":{"system":"%s","value":"%s"}},
                 {"name":"actor","valueReference":{"reference":"Organization/demo-%s"}},
                 {"name":"purpose","valueCode":"TREAT"}]}""".formatted(MRN, value, organization);
    }

    private Http counselling() {
        return http(TestClients.COUNSELLING);
    }

    private Http hospital() {
        return http(TestClients.HOSPITAL);
    }

    static Parameters parameters(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return Fhir.CONTEXT.newJsonParser().parseResource(Parameters.class, answer.body());
    }

    static String text(Parameters parameters, String name) {
        return all(parameters, name).stream().findFirst().orElse("");
    }

    static List<String> all(Parameters parameters, String name) {
        return parameters.getParameter().stream()
                .filter(parameter -> parameter.getName().equals(name))
                .map(parameter -> parameter.getValue() instanceof org.hl7.fhir.r4.model.Reference reference
                        ? reference.getReference()
                        : parameter.getValue().primitiveValue())
                .toList();
    }
}
