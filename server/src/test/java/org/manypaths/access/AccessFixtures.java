package org.manypaths.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Http;

/** People, records and consents for tests of access. */
public final class AccessFixtures {

    private AccessFixtures() {}

    /** Stores a record and returns its logical id. */
    public static String store(Http sender, String type, String json) {
        HttpResponse<String> response = sender.post("/" + type, json);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return Fhir.CONTEXT
                .newJsonParser()
                .parseResource(response.body())
                .getIdElement()
                .getIdPart();
    }

    /** The one record that was found, as {@code Type/id}. */
    public static String only(HttpResponse<String> found) {
        assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
        List<String> places = Fhir.CONTEXT.newJsonParser().parseResource(Bundle.class, found.body()).getEntry().stream()
                .map(entry -> entry.getResource()
                        .getIdElement()
                        .toUnqualifiedVersionless()
                        .getValue())
                .toList();
        assertThat(places).hasSize(1);
        return places.get(0);
    }

    static <R extends IBaseResource> R parse(HttpResponse<String> response, Class<R> type) {
        return Fhir.CONTEXT.newJsonParser().parseResource(type, response.body());
    }

    public static String patient(String family) {
        return "{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"" + family
                + "\"}],\"gender\":\"female\",\"identifier\":[{\"system\":\"http://hospital.example/mrn\",\"value\":\""
                + family + "\"}]}";
    }

    public static String goal(String patient) {
        return "{\"resourceType\":\"Goal\",\"lifecycleStatus\":\"active\",\"description\":{\"text\":\"Sleep\"},"
                + "\"subject\":{\"reference\":\"Patient/" + patient + "\"}}";
    }

    /** What use does for the person, in words that are not marked shareable. */
    public static String meaning(String patient) {
        return """
                {"resourceType":"Observation","status":"final",
                 "code":{"coding":[{"system":"https://w3id.org/manypaths/fhir/CodeSystem/ihrp-observation",
                   "code":"meaning-of-use"}]},
                 "subject":{"reference":"Patient/%s"},"effectiveDateTime":"2026-02-03",
                 "note":[{"text":"It fills the hours."}]}""".formatted(patient);
    }

    /** A consent of the person that the holder may tell the recipients for treatment. */
    public static String consent(String patient, String holder, List<String> recipients, String status) {
        return """
                {"resourceType":"Consent","status":"%s",
                 "extension":[{"url":"https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-consent-statement",
                   "valueCode":"revocation"}],
                 "scope":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/consentscope",
                   "code":"patient-privacy"}]},
                 "category":[{"coding":[{"system":"http://loinc.org","code":"64292-6"}]}],
                 "patient":{"reference":"Patient/%s"},"dateTime":"2026-01-09T12:30:00-05:00",
                 "sourceAttachment":{"title":"Signed on paper"},
                 "policy":[{"uri":"https://www.ecfr.gov/current/title-42/part-2"}],
                 "provision":{"type":"permit","period":{"start":"2026-01-09","end":"2036-01-09"},
                  "actor":[%s,{"role":{"coding":[{
                    "system":"http://terminology.hl7.org/CodeSystem/v3-ParticipationType","code":"CST"}]},
                    "reference":{"reference":"Organization/%s"}}],
                  "securityLabel":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"42CFRPart2"}],
                  "purpose":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActReason","code":"TREAT"}]}}""".formatted(
                        status,
                        patient,
                        recipients.stream()
                                .map(recipient -> "{\"role\":{\"coding\":[{\"system\":"
                                        + "\"http://terminology.hl7.org/CodeSystem/v3-ParticipationType\","
                                        + "\"code\":\"IRCP\"}]},\"reference\":{\"reference\":\"Organization/"
                                        + recipient + "\"}}")
                                .collect(Collectors.joining(",")),
                        holder);
    }

    /** Sees to it that the organisations of the demo clients exist. */
    public static void organizations(Http operator) {
        for (String name : List.of("counselling", "detox", "hospital", "prescriber", "stranger")) {
            HttpResponse<String> response = operator.put(
                    "/Organization/demo-" + name,
                    "{\"resourceType\":\"Organization\",\"id\":\"demo-" + name + "\",\"active\":true,\"name\":\"" + name
                            + "\"}");
            assertThat(response.statusCode()).as(response.body()).isIn(200, 201);
        }
    }
}
