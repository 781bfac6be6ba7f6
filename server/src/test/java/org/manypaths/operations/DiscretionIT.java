package org.manypaths.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.manypaths.testkit.ServerIT;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** A person whose name is a canary is sent in every way there is, good and bad; neither log nor metrics may sing. */
@ExtendWith(OutputCaptureExtension.class)
class DiscretionIT extends ServerIT {

    private static final String CANARY = "Zinzolin";
    private static final String FHIR_JSON = "application/fhir+json";
    private static final String PERSON = """
            {"resourceType":"Patient","identifier":[{"system":"urn:oid:2.999.1","value":"ZinzolinId"}],
             "name":[{"family":"Zinzolin","given":["Zinzolina"]}],"birthDate":"1970-01-01"}""";

    private final AtomicInteger sent = new AtomicInteger();

    @LocalManagementPort
    private int managementPort;

    @Test
    void logsAndMetricsSayNothingOfThePerson(CapturedOutput output) throws IOException {
        write();
        search();
        refuse();
        unreadable();
        audit();
        assertThat(output.getAll()).doesNotContainIgnoringCase(CANARY);
        // A request is logged after it was answered.
        await().untilAsserted(() -> assertThat(loggedIds(output)).hasSize(sent.get()));
        assertThat(new Management(managementPort).get("/prometheus").body())
                .doesNotContainIgnoringCase(CANARY)
                .contains("manypaths_requests");
    }

    private void write() {
        assertThat(send("POST", "/Patient", PERSON)).isEqualTo(201);
        assertThat(send("PUT", "/Patient/ZinzolinPatient", PERSON.replaceFirst("\\{", "{\"id\":\"ZinzolinPatient\",")))
                .isEqualTo(201);
        assertThat(send("POST", "", transaction(PERSON))).isEqualTo(200);
        assertThat(send("GET", "/Patient/ZinzolinPatient", "")).isEqualTo(200);
        assertThat(send("GET", "/Patient/ZinzolinPatient/_history/1", "")).isEqualTo(200);
        send("POST", "/Patient/$validate", PERSON);
        send("DELETE", "/Patient?identifier=ZinzolinId", "");
        send("DELETE", "/Patient/ZinzolinPatient", "");
        assertThat(send("GET", "/Patient/ZinzolinPatient", "")).isEqualTo(410);
    }

    private void search() {
        assertThat(send("GET", "/Patient?name=Zinzolin", "")).isEqualTo(200);
        assertThat(send("GET", "/Patient?identifier=urn:oid:2.999.1%7CZinzolinId", ""))
                .isEqualTo(200);
        send("GET", "/Observation?subject:Patient.name=Zinzolin&_include=Observation:subject", "");
        send("GET", "/Patient?Zinzolin=1", "");
        send("GET", "/Patient?birthdate=Zinzolin", "");
        send("GET", "/Patient?_sort=Zinzolin", "");
        send("GET", "/Patient?_filter=name%20eq%20Zinzolin", "");
        send("GET", "/Patient?_format=Zinzolin", "");
        send("GET", "/Patient?_has:Observation:subject:Zinzolin=1", "");
        send("GET", "?_getpages=Zinzolin", "");
        send("GET", "/ValueSet/$expand?url=urn:Zinzolin&filter=Zinzolin", "");
        HttpRequest.Builder form = http().request("/Patient/_search")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("name=" + URLEncoder.encode(CANARY, StandardCharsets.UTF_8)));
        assertThat(send(form)).isEqualTo(200);
    }

    private void refuse() {
        List<String> bodies = List.of(
                "Zinzolin is not JSON",
                "{\"resourceType\":\"Zinzolin\"}",
                "{\"resourceType\":\"Patient\",\"Zinzolin\":1}",
                "{\"resourceType\":\"Patient\",\"birthDate\":\"Zinzolin\"}",
                "{\"resourceType\":\"Patient\",\"gender\":\"Zinzolin\"}",
                "{\"resourceType\":\"Patient\",\"active\":\"Zinzolin\",\"name\":\"Zinzolin\"}",
                "{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"Zinzolin\"}],\"link\":[{}]}",
                "{\"resourceType\":\"Patient\",\"generalPractitioner\":[{\"reference\":\"Practitioner/Zinzolin\"}]}",
                "{\"resourceType\":\"Patient\",\"meta\":{\"profile\":[\"urn:Zinzolin\"]}}",
                "{\"resourceType\":\"Patient\",\"text\":{\"status\":\"generated\",\"div\":\"<div>Zinzolin\"}}",
                "<?xml version=\"1.0\"?><!DOCTYPE Zinzolin><Patient xmlns=\"http://hl7.org/fhir\"/>");
        bodies.forEach(body -> {
            send("POST", "/Patient", body);
            send("PUT", "/Patient/ZinzolinRefused", body);
            send("POST", "", transaction(body));
        });
        send("GET", "/Patient/Zinzolin", "");
        send("GET", "/Zinzolin/1", "");
        send("GET", "/Patient/$zinzolin", "");
        send("PATCH", "/Patient/Zinzolin", "[{\"op\":\"Zinzolin\"}]");
        send("ZINZOLIN", "/Patient", "");
        send(http().request("/Patient")
                .header("Authorization", "Bearer Zinzolin")
                .GET());
        send(http().request("/Patient").header("Content-Type", "text/Zinzolin").POST(BodyPublishers.ofString(PERSON)));
    }

    private void unreadable() throws IOException {
        assertThat(RawHttp.get(base().getPort(), "/fhir/Patient?name={Zinzolin}"))
                .startsWith("HTTP/1.1 400");
    }

    /** What the trail has, its neighbours must not repeat: queries and persons are in it in full. */
    private void audit() {
        send("GET", "/AuditEvent?patient=Zinzolin", "");
        send("GET", "/AuditEvent?patient:Patient.name=Zinzolin", "");
        send("GET", "/AuditEvent/Zinzolin.1", "");
        send("GET", "/AuditEvent/$verify-trail?x=Zinzolin", "");
        send("POST", "/AuditEvent", "{\"resourceType\":\"AuditEvent\",\"outcomeDesc\":\"Zinzolin\"}");
        send("GET", "/Patient/Zinzolin/$accounting-of-disclosures?recipient=Zinzolin", "");
        send("GET", "/Group/Zinzolin/$export?_type=Zinzolin", "");
        send("GET", "/$export-status?job=Zinzolin", "");
        send("GET", "/$export-file?job=Zinzolin&file=1", "");
    }

    private static String transaction(String resource) {
        return """
                {"resourceType":"Bundle","type":"transaction","entry":[
                 {"resource":%s,"request":{"method":"POST","url":"Patient"}}]}""".formatted(resource);
    }

    private int send(String method, String path, String body) {
        return send(http().request(path)
                .header("Content-Type", FHIR_JSON)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private int send(HttpRequest.Builder request) {
        HttpResponse<String> answer =
                http().send(request.header(RequestId.HEADER, "discretion-" + sent.incrementAndGet()));
        return answer.statusCode();
    }

    /** A log that is silent about everything would keep every secret, and be no log. */
    private List<Integer> loggedIds(CapturedOutput output) {
        return IntStream.rangeClosed(1, sent.get())
                .filter(number -> output.getAll().contains("{\"request\":{\"id\":\"discretion-" + number + "\"}"))
                .boxed()
                .toList();
    }
}
