package org.manypaths.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.SessionByHeader;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The trail as AuditEvents: what is in them, who sees which, and that nobody writes one. */
class AuditEventIT extends ServerIT {

    private static final String COUNSELLING = SessionByHeader.client("counselling");
    private static final String HOSPITAL = SessionByHeader.client("hospital");
    private static final String OPERATOR = SessionByHeader.operator();

    private final String person = "audit-" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    private JdbcTemplate database;

    @Test
    void tellsWhoReadWhatInTheShapesOfBalp() {
        write();
        get("/Patient/" + person, HOSPITAL);
        AuditEvent event = events("?patient=Patient/" + person, OPERATOR).get(0);
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
        get("/Patient/" + person, HOSPITAL);
        String mine = "?patient=" + person;
        assertThat(events(mine + "&agent=Organization/demo-hospital", OPERATOR)).hasSize(1);
        assertThat(events(mine + "&agent=Organization/demo-counselling", OPERATOR)).hasSize(1);
        assertThat(events(mine + "&agent=Organization/demo-stranger", OPERATOR)).isEmpty();
        assertThat(events(mine + "&date=ge2020-01-01", OPERATOR)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(events(mine + "&date=lt2020-01-01", OPERATOR)).isEmpty();
        assertThat(events(mine + "&outcome=0", OPERATOR)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(events(mine + "&outcome=8", OPERATOR)).isEmpty();
    }

    @Test
    void pagesWithoutLossOrRepetitionWhileMoreComes() {
        write();
        IntStream.range(0, 7).forEach(number -> get("/Patient/" + person, HOSPITAL));
        List<String> seen = new ArrayList<>();
        Bundle page = bundle("/AuditEvent?patient=" + person + "&agent=Organization/demo-hospital&_count=3", OPERATOR);
        while (true) {
            page.getEntry().forEach(entry -> seen.add(entry.getResource().getIdPart()));
            get("/Patient/" + person, HOSPITAL);
            if (page.getLink("next") == null) {
                break;
            }
            String next = page.getLink("next").getUrl();
            page = bundle(next.substring(next.indexOf("/AuditEvent")), OPERATOR);
        }
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void personSeesWhatIsAboutThemAndNobodyElse() {
        write();
        get("/Patient/" + person, HOSPITAL);
        String asPerson = SessionByHeader.person(person);
        List<AuditEvent> own = events("", asPerson);
        assertThat(own).hasSizeGreaterThanOrEqualTo(2).allSatisfy(event -> assertThat(event.getEntity().stream()
                        .map(entity -> entity.getWhat().getReference()))
                .contains("Patient/" + person));
        assertThat(events("?patient=somebody-else", asPerson)).isEmpty();
        String another = SessionByHeader.person("somebody-else");
        assertThat(events("?patient=" + person, another)).isEmpty();
        String id = own.get(0).getIdPart();
        assertThat(get("/AuditEvent/" + id, asPerson).statusCode()).isEqualTo(200);
        assertThat(get("/AuditEvent/" + id, another).statusCode()).isEqualTo(404);
    }

    @Test
    void programmeSeesWhatIsAboutTheRecordsThatItHolds() {
        write();
        assertThat(events("?patient=" + person, COUNSELLING)).hasSize(1);
        assertThat(events("?patient=" + person, SessionByHeader.client("detox"))).isEmpty();
        assertThat(events("?patient=" + person, HOSPITAL)).isEmpty();
    }

    @Test
    void queryIsShownToOperatorsAlone() {
        write();
        get("/Patient?_id=" + person, COUNSELLING);
        assertThat(text("/AuditEvent?patient=" + person, OPERATOR)).contains("\"query\"");
        assertThat(text("/AuditEvent?patient=" + person, SessionByHeader.person(person)))
                .doesNotContain("\"query\"");
    }

    @Test
    void lookingIntoTheTrailIsInTheTrailAndIsNoSecondWrite() {
        write();
        Integer stored = database.queryForObject("select count(*) from HFJ_RESOURCE", Integer.class);
        events("?patient=" + person, COUNSELLING);
        assertThat(events("?patient=" + person + "&agent=Organization/demo-counselling", OPERATOR))
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
        assertThat(send("POST", "/AuditEvent", event, OPERATOR).statusCode()).isBetween(400, 405);
        assertThat(send("PUT", "/AuditEvent/made-up", event, OPERATOR).statusCode()).isBetween(400, 405);
        assertThat(send("DELETE", "/AuditEvent/made-up", "", OPERATOR).statusCode()).isBetween(400, 405);
        String bundle = """
                {"resourceType":"Bundle","type":"transaction","entry":[{"resource":%s,
                 "request":{"method":"PUT","url":"AuditEvent/made-up"}}]}""".formatted(event);
        assertThat(send("POST", "", bundle, OPERATOR).statusCode()).isEqualTo(405);
        assertThat(get("/AuditEvent/made-up", OPERATOR).statusCode()).isEqualTo(404);
    }

    @Test
    void withoutSessionThereIsNoTrailToSee() {
        assertThat(Outcome.codes(http().get("/AuditEvent"), 401)).containsExactly("request/unauthorized");
    }

    @Test
    void operatorAloneCanHaveTheChainChecked() {
        write();
        Parameters found = Fhir.CONTEXT
                .newJsonParser()
                .parseResource(Parameters.class, text("/AuditEvent/$verify-trail", OPERATOR));
        assertThat(found.getParameterBool("intact")).isTrue();
        assertThat(found.getParameters("chain")).isNotEmpty();
        assertThat(Outcome.codes(get("/AuditEvent/$verify-trail", COUNSELLING), 404))
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
        String body = "{\"resourceType\":\"Patient\",\"id\":\"" + person + "\"}";
        assertThat(send("PUT", "/Patient/" + person, body, COUNSELLING).statusCode())
                .isEqualTo(201);
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

    private HttpResponse<String> get(String path, String session) {
        return http().send(http().request(path)
                .header(SessionByHeader.HEADER, session)
                .GET());
    }

    private HttpResponse<String> send(String method, String path, String body, String session) {
        return http().send(http().request(path)
                .header("Content-Type", "application/fhir+json")
                .header(SessionByHeader.HEADER, session)
                .method(method, BodyPublishers.ofString(body)));
    }
}
