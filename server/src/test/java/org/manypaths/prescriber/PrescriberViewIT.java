package org.manypaths.prescriber;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manypaths.access.AccessFixtures;
import org.manypaths.handoff.StoredStory;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;

/** All that there is, and of it what holds now: the team reads of its own person. */
class PrescriberViewIT extends ServerIT {

    private static final String TEAM = "demo-counselling";

    private StoredStory story;
    private String films;

    @BeforeEach
    void tell() {
        AccessFixtures.organizations(http());
        story = StoredStory.tellAsOf(TEAM, http());
        films = "MedicationRequest/" + story.number() + "-buprenorphine";
    }

    /** More than a page of HAPI's (50), and more than one of ours (500). */
    @Test
    void tellsTheLastOfManyDosesAndEveryAllergy() {
        OffsetDateTime first = OffsetDateTime.parse("2026-01-13T00:00:00Z");
        stored(IntStream.range(0, 510).mapToObj(hour -> dose(first.plusHours(hour), "completed")));
        stored(IntStream.range(0, 60).mapToObj(number -> allergy("A" + number, "confirmed")));
        assertThat(words(films(view()), "last-given")).startsWith("2026-02-03T05:00");
        assertThat(view().getParameter().stream().filter(part -> part.getName().equals("allergy")))
                .hasSize(60);
    }

    @Test
    void takesNothingForTrueThatWasEnteredInErrorOrLiesAhead() {
        OffsetDateTime ahead = OffsetDateTime.parse("2090-01-01T08:00:00Z");
        stored(Stream.of(
                dose(ahead, "completed"),
                dose(OffsetDateTime.parse("2026-01-20T08:00:00Z"), "entered-in-error"),
                allergy("Wrong", "entered-in-error"),
                allergy("Disproven", "refuted"),
                allergy("Penicillin", "confirmed"),
                potassium("2026-01-26", "final", "2.9"),
                potassium("2026-01-27", "entered-in-error", "4.4"),
                potassium("2026-01-28", "registered", "5.5"),
                potassium("2090-01-01", "final", "6.6"),
                stance("2026-02-25", "entered-in-error"),
                stance("2026-02-26", "cancelled")));
        ParametersParameterComponent medicine = films(view());
        assertThat(words(medicine, "last-given")).startsWith("2026-01-12T08:05");
        assertThat(reference(medicine, "stance")).isEqualTo("Observation/" + story.number() + "-stance-week-4");
        String told = Fhir.CONTEXT.newJsonParser().encodeResourceToString(view());
        assertThat(told)
                .contains("\"value\":2.9", "Penicillin")
                .doesNotContain("\"value\":4.4", "\"value\":5.5", "\"value\":6.6", "Wrong", "Disproven", "2090-01-01");
    }

    private void stored(Stream<String> records) {
        String entries = records.map(record -> "{\"resource\":" + record
                        + ",\"request\":{\"method\":\"POST\",\"url\":\""
                        + record.replaceFirst("(?s).*?\"resourceType\":\"(\\w+)\".*", "$1") + "\"}}")
                .collect(Collectors.joining(","));
        HttpResponse<String> response = http(TestClients.COUNSELLING)
                .post("", "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[" + entries + "]}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    private String dose(OffsetDateTime at, String status) {
        return """
                {"resourceType":"MedicationAdministration","status":"%s","subject":{"reference":"Patient/%s"},
                 "medicationCodeableConcept":{"text":"Buprenorphine"},"effectiveDateTime":"%s",
                 "request":{"reference":"%s"}}""".formatted(status, story.number(), DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at), films);
    }

    private String allergy(String to, String verification) {
        String system = "http://terminology.hl7.org/CodeSystem/allergyintolerance-";
        String clinical = verification.equals("entered-in-error")
                ? ""
                : "\"clinicalStatus\":{\"coding\":[{\"system\":\"" + system + "clinical\",\"code\":\"active\"}]},";
        return """
                {"resourceType":"AllergyIntolerance","patient":{"reference":"Patient/%s"},%s
                 "verificationStatus":{"coding":[{"system":"%sverification","code":"%s"}]},"code":{"text":"%s"}}""".formatted(story.number(), clinical, system, verification, to);
    }

    private String potassium(String day, String status, String value) {
        return """
                {"resourceType":"Observation","status":"%s","subject":{"reference":"Patient/%s"},
                 "category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category",
                   "code":"laboratory"}]}],
                 "code":{"coding":[{"system":"http://loinc.org","code":"2823-3"}],"text":"Potassium"},
                 "effectiveDateTime":"%s","valueQuantity":{"value":%s,"unit":"mmol/L"}}""".formatted(status, story.number(), day, value);
    }

    private String stance(String day, String status) {
        return """
                {"resourceType":"Observation","status":"%s","subject":{"reference":"Patient/%s"},
                 "code":{"coding":[{"system":"https://w3id.org/manypaths/fhir/CodeSystem/ihrp-observation",
                   "code":"medication-buy-in"}]},
                 "focus":[{"reference":"%s"}],"effectiveDateTime":"%s",
                 "valueCodeableConcept":{"coding":[{
                   "system":"https://w3id.org/manypaths/fhir/CodeSystem/ihrp-medication-buy-in","code":"declined"}]}}""".formatted(status, story.number(), films, day);
    }

    private Parameters view() {
        HttpResponse<String> answer =
                http(TestClients.COUNSELLING).get("/Patient/" + story.number() + "/$prescriber-view");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Fhir.CONTEXT.newJsonParser().parseResource(Parameters.class, answer.body());
    }

    private ParametersParameterComponent films(Parameters view) {
        return view.getParameter().stream()
                .filter(part -> part.getName().equals("medicine"))
                .filter(part -> reference(part, "order").equals(films))
                .findFirst()
                .orElseThrow();
    }

    private static String reference(ParametersParameterComponent medicine, String name) {
        return ((Reference) part(medicine, name)).getReference();
    }

    private static String words(ParametersParameterComponent medicine, String name) {
        return part(medicine, name).primitiveValue();
    }

    private static Type part(ParametersParameterComponent medicine, String name) {
        return medicine.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .map(part -> part.getValue())
                .findFirst()
                .orElseThrow();
    }
}
