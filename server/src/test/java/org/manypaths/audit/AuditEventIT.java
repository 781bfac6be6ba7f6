package org.manypaths.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The trail as AuditEvents: what is in them, who sees which, and that nobody writes one. */
class AuditEventIT extends ServerIT {

    private String person = "unset";

    @Autowired
    private Trail trail;

    @Autowired
    private JdbcTemplate database;

    @Test
    void tellsWhoReadWhatInTheShapesOfBalp() {
        write();
        read();
        AuditEvent event =
                events("?patient=Patient/" + person, TestClients.OPERATOR).get(0);
        assertThat(event.getMeta().getProfile().get(0).getValue()).endsWith("IHE.BasicAudit.PatientRead");
        assertThat(event.getAction()).isEqualTo(AuditEvent.AuditEventAction.R);
        assertThat(event.getOutcome()).isEqualTo(AuditEventOutcome._0);
        assertThat(event.getAgentFirstRep().getWho().getReference()).isEqualTo("Organization/demo-hospital");
        assertThat(event.getAgentFirstRep().getWho().getIdentifier().getValue()).isEqualTo("hospital");
        assertThat(event.getPurposeOfEventFirstRep().getText()).isEqualTo("treatment");
        assertThat(event.getEntity().stream().map(AuditEvent.AuditEventEntityComponent::getWhat))
                .extracting(Reference::getReference)
                .contains("Patient/" + person, "Patient/" + person + "/_history/1");
    }

    @Test
    void findsByPatientAgentDateAndOutcome() {
        write();
        read();
        String mine = "?patient=" + person;
        assertThat(events(mine + "&agent=Organization/demo-hospital", TestClients.OPERATOR))
                .hasSize(1);
        assertThat(events(mine + "&agent=Organization/demo-counselling", TestClients.OPERATOR))
                .hasSize(1);
        assertThat(events(mine + "&agent=Organization/demo-stranger", TestClients.OPERATOR))
                .isEmpty();
        assertThat(events(mine + "&date=ge2020-01-01", TestClients.OPERATOR)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(events(mine + "&date=lt2020-01-01", TestClients.OPERATOR)).isEmpty();
        assertThat(events(mine + "&outcome=0", TestClients.OPERATOR)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(events(mine + "&outcome=8", TestClients.OPERATOR)).isEmpty();
    }

    @Test
    void saysByWhatItIsFound() {
        HttpResponse<String> refused = get("/AuditEvent?subtype=read&patient=x", TestClients.OPERATOR);
        assertThat(org.manypaths.testkit.Outcome.codes(refused, 400)).containsExactly("request/unknown-parameter");
        assertThat(refused.body())
                .contains("AuditEvent", "subtype", "_id, agent, date, outcome, patient")
                .doesNotContain("means nothing here");
    }

    @Test
    void namesTheOrganisationThatRead() {
        org.manypaths.access.AccessFixtures.organizations(http());
        write();
        read();
        AuditEvent event =
                events("?patient=Patient/" + person, TestClients.OPERATOR).get(0);
        assertThat(event.getAgentFirstRep().getWho().getDisplay()).isEqualTo("hospital");
        assertThat(event.getText().getDivAsString()).contains("hospital").doesNotContain("an organisation");
    }

    @Test
    void pagesWithoutLossOrRepetitionWhileMoreComes() {
        write();
        IntStream.range(0, 7).forEach(number -> read());
        List<String> seen = new ArrayList<>();
        Bundle page = bundle(
                "/AuditEvent?patient=" + person + "&agent=Organization/demo-hospital&_count=3", TestClients.OPERATOR);
        while (true) {
            page.getEntry().forEach(entry -> seen.add(entry.getResource().getIdPart()));
            read();
            if (page.getLink("next") == null) {
                break;
            }
            String next = page.getLink("next").getUrl();
            page = bundle(next.substring(next.indexOf("/AuditEvent")), TestClients.OPERATOR);
        }
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void personSeesWhatIsAboutThemAndNobodyElse() {
        write();
        read();
        String id = events("?patient=" + person, TestClients.OPERATOR).get(0).getIdPart();
        assertThat(events("?patient=" + person, TestClients.PERSON)).isEmpty();
        assertThat(get("/AuditEvent/" + id, TestClients.PERSON).statusCode()).isEqualTo(404);
        person = TestClients.PERSON_ID;
        read();
        List<AuditEvent> own = events("", TestClients.PERSON);
        assertThat(own).isNotEmpty().allSatisfy(event -> assertThat(event.getEntity().stream()
                        .map(entity -> entity.getWhat().getReference()))
                .contains("Patient/" + TestClients.PERSON_ID));
        assertThat(get("/AuditEvent/" + own.get(0).getIdPart(), TestClients.PERSON)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void programmeSeesWhatIsAboutTheRecordsThatItHolds() {
        write();
        assertThat(events("?patient=" + person, TestClients.COUNSELLING)).isNotEmpty();
        assertThat(events("?patient=" + person, TestClients.DETOX)).isEmpty();
        assertThat(events("?patient=" + person, TestClients.HOSPITAL)).isEmpty();
    }

    @Test
    void queryIsShownToOperatorsAlone() {
        write();
        get("/Patient?_id=" + person, TestClients.COUNSELLING);
        assertThat(text("/AuditEvent?patient=" + person, TestClients.OPERATOR)).contains("\"query\"");
        assertThat(text("/AuditEvent?patient=" + person, TestClients.COUNSELLING))
                .doesNotContain("\"query\"");
        assertThat(text("/AuditEvent", TestClients.PERSON)).doesNotContain("\"query\"");
    }

    @Test
    void lookingIntoTheTrailIsInTheTrailAndIsNoSecondWrite() {
        write();
        Integer stored = database.queryForObject("select count(*) from HFJ_RESOURCE", Integer.class);
        events("?patient=" + person, TestClients.COUNSELLING);
        assertThat(events("?patient=" + person + "&agent=Organization/demo-counselling", TestClients.OPERATOR))
                .anySatisfy(event -> assertThat(event.getEntity().stream()
                                .map(entity -> String.valueOf(entity.getWhat().getReference())))
                        .anyMatch(reference -> reference.startsWith("AuditEvent/")));
        assertThat(database.queryForObject("select count(*) from HFJ_RESOURCE", Integer.class))
                .isEqualTo(stored);
    }

    @Test
    void nobodyWritesAnAuditEvent() {
        String event = """
                {"resourceType":"AuditEvent","id":"made-up","type":{"code":"rest"},"recorded":"2026-01-01T00:00:00Z",
                 "agent":[{"requestor":true}],"source":{"observer":{"display":"x"}}}""";
        assertThat(send("POST", "/AuditEvent", event, TestClients.OPERATOR).statusCode())
                .isBetween(400, 405);
        assertThat(send("PUT", "/AuditEvent/made-up", event, TestClients.OPERATOR)
                        .statusCode())
                .isBetween(400, 405);
        assertThat(send("DELETE", "/AuditEvent/made-up", "", TestClients.OPERATOR)
                        .statusCode())
                .isBetween(400, 405);
        String bundle = """
                {"resourceType":"Bundle","type":"transaction","entry":[{"resource":%s,
                 "request":{"method":"PUT","url":"AuditEvent/made-up"}}]}""".formatted(event);
        assertThat(send("POST", "", bundle, TestClients.OPERATOR).statusCode()).isEqualTo(405);
        assertThat(get("/AuditEvent/made-up", TestClients.OPERATOR).statusCode())
                .isEqualTo(404);
    }

    @Test
    void withoutSessionThereIsNoTrailToSee() {
        assertThat(withoutToken().get("/AuditEvent").statusCode()).isEqualTo(401);
    }

    @Test
    void operatorAloneCanHaveTheChainChecked() {
        write();
        Parameters found = Fhir.CONTEXT
                .newJsonParser()
                .parseResource(Parameters.class, text("/AuditEvent/$verify-trail", TestClients.OPERATOR));
        assertThat(found.getParameterBool("intact")).isTrue();
        assertThat(found.getParameters("chain")).isNotEmpty();
        assertThat(org.manypaths.testkit.Outcome.codes(get("/AuditEvent/$verify-trail", TestClients.COUNSELLING), 404))
                .containsExactly("request/unknown-operation");
    }

    @Test
    void capabilityStatementSaysExactlyThat() {
        CapabilityStatement statement =
                client().capabilities().ofType(CapabilityStatement.class).execute();
        assertThat(statement.getRestFirstRep().getResource())
                .filteredOn(type -> type.getType().equals("AuditEvent"))
                .singleElement()
                .satisfies(type -> {
                    assertThat(type.getInteraction())
                            .extracting(interaction -> interaction.getCode().toCode())
                            .containsExactlyInAnyOrder("read", "search-type");
                    assertThat(type.getSearchParam())
                            .extracting(parameter -> parameter.getName())
                            .containsExactlyInAnyOrder("patient", "agent", "date", "outcome", "_id");
                });
    }

    private void write() {
        HttpResponse<String> answer =
                send("POST", "/Patient", "{\"resourceType\":\"Patient\"}", TestClients.COUNSELLING);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        person = answer.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst(".*/Patient/", "")
                .replaceFirst("/.*", "");
    }

    /** What the trail has when the hospital was given the Patient by a consent. */
    private void read() {
        trail.append(new Entry(
                Kind.READ,
                Optional.of("hospital"),
                Optional.empty(),
                Optional.of("demo-hospital"),
                Optional.of(person),
                Optional.of("demo-counselling"),
                List.of("Patient/" + person + "/_history/1"),
                Optional.of("GET /fhir/Patient/" + person),
                Optional.of("TREATMENT"),
                Optional.of("WRITTEN_CONSENT"),
                Optional.of("consent-1"),
                Outcome.SUCCESS,
                Optional.empty(),
                "audit-event"));
    }

    private List<AuditEvent> events(String query, String session) {
        return bundle("/AuditEvent" + query, session).getEntry().stream()
                .map(entry -> (AuditEvent) entry.getResource())
                .toList();
    }

    private Bundle bundle(String path, String session) {
        return Fhir.CONTEXT.newJsonParser().parseResource(Bundle.class, text(path, session));
    }

    private String text(String path, String session) {
        HttpResponse<String> answer = get(path, session);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> get(String path, String client) {
        return http(client).get(path);
    }

    private HttpResponse<String> send(String method, String path, String body, String client) {
        return http(client)
                .send(http(client)
                        .request(path)
                        .header("Content-Type", "application/fhir+json")
                        .method(method, BodyPublishers.ofString(body)));
    }
}
