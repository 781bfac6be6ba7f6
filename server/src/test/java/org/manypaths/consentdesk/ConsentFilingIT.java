package org.manypaths.consentdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manypaths.consentdesk.ConsentDeskIT.all;
import static org.manypaths.consentdesk.ConsentDeskIT.form;
import static org.manypaths.consentdesk.ConsentDeskIT.parameters;
import static org.manypaths.consentdesk.ConsentDeskIT.question;
import static org.manypaths.consentdesk.ConsentDeskIT.text;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manypaths.access.AccessFixtures;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;
import org.manypaths.testkit.Tokens;

/** What whoever files a consent is told: how to say what is missing, and what they may not have meant. */
class ConsentFilingIT extends ServerIT {

    private String family = "";
    private String patient = "";

    @BeforeEach
    void meet() {
        AccessFixtures.organizations(http());
        family = "Filing" + UUID.randomUUID();
        patient = AccessFixtures.store(counselling(), "Patient", AccessFixtures.patient(family));
    }

    @Test
    void saysHowEachThingThatIsMissingIsSaid() {
        HttpResponse<String> refused = file("""
                {"resourceType":"Parameters","parameter":[{"name":"signed","valueDateTime":"2026-01-09"}]}""");
        assertThat(Outcome.of(refused, 422).getIssue()).allSatisfy(issue -> {
            assertThat(issue.getExpression()).hasSize(1);
            assertThat(issue.getDiagnostics()).contains("Say ");
        });
        assertThat(refused.body())
                .contains("Say told=revocation once the person was told")
                .contains("Parameters.parameter.where(name = 'paper')");
    }

    @Test
    void refusesByNameWhatNoConsentCanMean() {
        String bad = form("").replace("TREAT", "TREATMENT")
                .replace("\"revocation\"", "\"revoked\"")
                .replace("2099-12-31", "2020-12-31");
        HttpResponse<String> refused = file(bad);
        assertThat(Outcome.codes(refused, 400))
                .containsExactly("consent/parameter", "consent/parameter", "consent/parameter");
        assertThat(refused.body())
                .contains("There is no purpose TREATMENT.", "HPAYMT", "There is no statement revoked.", "2020-12-31");
        assertThat(Outcome.codes(file(form("").replace("2026-01-09T12:30:00Z", "2098-01-09")), 400))
                .containsExactly("consent/parameter");
        HttpResponse<String> asked = http(TestClients.HOSPITAL)
                .post("/Patient/$consent-decision", question("hospital", family).replace("TREAT", "TREATMENT"));
        assertThat(Outcome.codes(asked, 400)).containsExactly("consent/parameter");
        assertThat(asked.body()).contains("There is no purpose TREATMENT.", "CAREMGT");
    }

    @Test
    void saysOfABodyThatHasNothingWhatBelongsIntoIt() {
        assertThat(Outcome.codes(file(""), 400)).containsExactly("request/empty-body");
        HttpResponse<String> refused = file("{\"resourceType\":\"Parameters\"}");
        assertThat(Outcome.codes(refused, 400)).containsExactly("consent/parameter");
        assertThat(refused.body()).contains("Send Parameters with recipient, purpose");
        HttpResponse<String> day = file(form("").replace("2099-12-31", "31.12.2099"));
        assertThat(day.statusCode()).as(day.body()).isEqualTo(400);
        assertThat(day.body()).contains("31.12.2099");
    }

    @Test
    void warnsWhereNothingSaysWhatMayGo() {
        String words = "Only my medicine list. Nothing about my mind or my brother.";
        HttpResponse<String> filed = file(form("").replace("What they need to treat me.", words));
        assertThat(all(parameters(filed, 200), "sentence"))
                .anySatisfy(sentence -> assertThat(sentence).contains(words, "does not read them"));
        OperationOutcome warning = (OperationOutcome) parameters(filed, 200).getParameter().stream()
                .filter(part -> part.getName().equals("warning"))
                .findFirst()
                .orElseThrow()
                .getResource();
        assertThat(warning.getIssueFirstRep().getSeverity()).isEqualTo(OperationOutcome.IssueSeverity.WARNING);
        assertThat(warning.getIssueFirstRep().getDiagnostics()).contains("label", "keep-back", "mental health");
        assertThat(file(form(",{\"name\":\"label\",\"valueCode\":\"SUD\"}")).body())
                .doesNotContain("\"warning\"");
    }

    @Test
    void filesThePaperOnce() {
        Parameters first = parameters(file(form("")), 200);
        HttpResponse<String> again = file(form(""));
        assertThat(text(parameters(again, 200), "consent")).isEqualTo(text(first, "consent"));
        assertThat(again.body()).contains("is on file already");
        assertThat(counselling()
                        .get("/Consent?patient=" + patient + "&_summary=count")
                        .body())
                .contains("\"total\":1");
        Parameters another = parameters(file(form("").replace("folder 7", "folder 8")), 200);
        assertThat(text(another, "consent")).isNotEqualTo(text(first, "consent"));
    }

    @Test
    void saysThatAnotherConsentStillLetsItGo() {
        String first = text(parameters(file(form("")), 200), "consent");
        String second = text(parameters(file(form(",{\"name\":\"label\",\"valueCode\":\"SUD\"}")), 200), "consent");
        String elsewhere = text(parameters(file(form("").replace("demo-hospital", "demo-prescriber")), 200), "consent");
        Parameters ended =
                parameters(counselling().post("/" + first + "/$revoke", "{\"resourceType\":\"Parameters\"}"), 200);
        assertThat(all(ended, "sentence"))
                .filteredOn(sentence -> sentence.startsWith("Another consent still lets"))
                .hasSize(1)
                .allMatch(sentence -> sentence.contains("go to hospital") && sentence.contains(second))
                .noneMatch(sentence -> sentence.contains(elsewhere));
        Parameters last =
                parameters(counselling().post("/" + second + "/$revoke", "{\"resourceType\":\"Parameters\"}"), 200);
        assertThat(all(last, "sentence")).noneMatch(sentence -> sentence.startsWith("Another consent"));
    }

    @Test
    void namesNoOtherConsentToOneWhoMayNotReadIt() {
        String consent = text(parameters(file(form("")), 200), "consent");
        file(form(",{\"name\":\"label\",\"valueCode\":\"SUD\"}"));
        Http writer = withoutToken()
                .with(Tokens.fetch(base(), TestClients.COUNSELLING, "system/Consent.u system/Provenance.c"));
        HttpResponse<String> ended = writer.post("/" + consent + "/$revoke", "{\"resourceType\":\"Parameters\"}");
        assertThat(ended.body()).doesNotContain("Another consent");
    }

    private HttpResponse<String> file(String form) {
        return counselling().post("/Patient/" + patient + "/$file-consent", form);
    }

    private Http counselling() {
        return http(TestClients.COUNSELLING);
    }
}
