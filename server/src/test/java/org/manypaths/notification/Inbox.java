package org.manypaths.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Task;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Http;

/** One person, one subscription to their tasks, and what becomes of it. */
final class Inbox {

    private final Http server;
    final String patient;
    String subscription = "";

    Inbox(Http server) {
        this.server = server;
        this.patient = id(server.post(
                "/Patient", "{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"Delgado\",\"given\":[\"Rosa\"]}]}"));
    }

    static Inbox at(Http server, String endpoint) {
        Inbox inbox = new Inbox(server);
        inbox.subscription = id(inbox.subscribe("Task?patient=Patient/" + inbox.patient, endpoint));
        return inbox;
    }

    HttpResponse<String> subscribe(String criteria, String endpoint) {
        return server.post("/Subscription", """
                {"resourceType":"Subscription","status":"requested","reason":"To know when the person arrives",
                 "criteria":"%s","channel":{"type":"rest-hook","endpoint":"%s","payload":"application/fhir+json",
                 "header":["Authorization: Bearer secret-of-theirs"]}}
                """.formatted(criteria, endpoint));
    }

    String task() {
        return task(patient);
    }

    String task(String person) {
        return id(server.post("/Task", taskJson(person)));
    }

    static String taskJson(String person) {
        return """
               {"resourceType":"Task","status":"requested","intent":"order","description":"Ring Rosa",
                "for":{"reference":"Patient/%s"}}
               """.formatted(person);
    }

    void change(String task) {
        HttpResponse<String> read = server.get("/Task/" + task);
        Task changed = Fhir.CONTEXT.newJsonParser().parseResource(Task.class, read.body());
        String version = changed.getIdElement().getVersionIdPart();
        changed.setDescription("Ring Rosa, attempt " + version);
        HttpResponse<String> answer = server.send(server.request("/Task/" + task)
                .header("Content-Type", "application/fhir+json")
                .header("If-Match", "W/\"" + version + "\"")
                .PUT(BodyPublishers.ofString(Fhir.CONTEXT.newJsonParser().encodeResourceToString(changed))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    Subscription stored() {
        return Fhir.CONTEXT
                .newJsonParser()
                .parseResource(
                        Subscription.class,
                        server.get("/Subscription/" + subscription).body());
    }

    /** What {@code $letters} says, the newest first. */
    List<Map<String, String>> letters() {
        HttpResponse<String> answer = server.get("/Subscription/" + subscription + "/$letters");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Fhir.CONTEXT.newJsonParser().parseResource(Parameters.class, answer.body()).getParameter().stream()
                .map(Inbox::parts)
                .toList();
    }

    List<String> states() {
        return letters().stream().map(letter -> letter.get("state")).toList();
    }

    static String id(HttpResponse<String> created) {
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        IBaseResource resource = Fhir.CONTEXT.newJsonParser().parseResource(created.body());
        return resource.getIdElement().getIdPart();
    }

    private static Map<String, String> parts(ParametersParameterComponent letter) {
        Map<String, String> parts = new TreeMap<>();
        letter.getPart()
                .forEach(part -> parts.put(part.getName(), part.getValue().primitiveValue()));
        return parts;
    }
}
