package org.manypaths.narrative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manypaths.testkit.StageBuilder.aStageOf;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.MarkdownType;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.PartnerBundle;
import org.manypaths.testkit.ServerIT;

/** Narratives as partners meet them, over HTTP. */
class NarrativeIT extends ServerIT {

    @Nested
    class IsWritten {

        @Test
        void whenARecordIsCreated() {
            Observation stored = read(create(stage(person())));
            assertThat(words(stored))
                    .containsSubsequence(
                            "Stage of change",
                            "“Two beers.”",
                            "Alcohol: Getting ready for a change (Preparation)",
                            "5 November 2026");
            assertThat(stored.getText().getStatus()).isEqualTo(NarrativeStatus.EXTENSIONS);
        }

        @Test
        void anewWhenARecordIsUpdated() {
            Observation stored = read(create(stage(person())));
            stored.getNote().clear();
            stored.addNote(new Annotation(new MarkdownType("One beer.")));
            put(stored);
            assertThat(words(read(
                            stored.getIdElement().toUnqualifiedVersionless().getValue())))
                    .contains("“One beer.”")
                    .doesNotContain("Two beers");
        }

        @Test
        void anewWhenARecordIsPatched() {
            String id = create(new Patient().setBirthDateElement(new DateType("1980-01-02")));
            String patch = "[{\"op\": \"replace\", \"path\": \"/birthDate\", \"value\": \"1981-03-04\"}]";
            HttpResponse<String> answer = http().send(http().request("/" + id)
                    .header("Content-Type", "application/json-patch+json")
                    .method("PATCH", BodyPublishers.ofString(patch)));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(http().get("/" + id).body()).contains("4 March 1981").doesNotContain("2 January 1980");
        }

        @Test
        void inXmlToo() {
            String id = create(stage(person()));
            HttpResponse<String> xml = http().send(http().request("/" + id)
                    .setHeader("Accept", "application/fhir+xml")
                    .GET());
            assertThat(xml.body()).contains("<div xmlns=\"http://www.w3.org/1999/xhtml\"", "“Two beers.”");
        }

        @Test
        void intoEveryMatchOfASearch() {
            String person = person();
            create(stage(person));
            Bundle found = parse(Bundle.class, http().get("/Observation?subject=" + person));
            assertThat(found.getEntry()).isNotEmpty().allSatisfy(entry -> assertThat(
                            words((DomainResource) entry.getResource()))
                    .contains("Two beers"));
        }

        @Test
        void evenWhereReferencesAreStillPlaceholders() {
            Observation stored = read(transaction(false));
            assertThat(words(stored)).contains("a practitioner", "“Two beers.”");
        }
    }

    @Nested
    class IsLeftAlone {

        @Test
        void byThoseWhoSendTheSameAgain() {
            String sent = json(stage(person()));
            String id = idOf(http().post("/Observation", sent));
            Observation stored = read(id);
            put(stored);
            assertThat(read(id).getMeta().getVersionId()).isEqualTo("1");
            put((Observation) parse(Observation.class, sent).setId(id));
            assertThat(read(id).getMeta().getVersionId()).isEqualTo("1");
        }

        @Test
        void byThoseWhoSendAgainWhatATransactionStored() {
            Observation stored = read(transaction(false));
            put(stored);
            assertThat(read(stored.getIdElement().toUnqualifiedVersionless().getValue())
                            .getMeta()
                            .getVersionId())
                    .isEqualTo(stored.getMeta().getVersionId());
        }

        @Test
        void whenItSaysMoreThanTheData() {
            Observation stage = stage(person());
            stage.setText(narrative(NarrativeStatus.ADDITIONAL, "<p>She laughed when she said it.</p>"));
            assertThat(words(read(create(stage)))).isEqualTo("She laughed when she said it.");
        }

        @Test
        void byASummary() {
            String id = create(stage(person()));
            assertThat(http().get("/" + id + "?_summary=true").body()).doesNotContain("xhtml");
            assertThat(http().get("/" + id + "?_elements=status").body()).doesNotContain("xhtml");
            assertThat(http().get("/" + id + "?_summary=data").body()).doesNotContain("xhtml");
            assertThat(http().get("/" + id + "?_summary=text").body()).contains("Two beers");
        }
    }

    @Nested
    class IsNotBelieved {

        @Test
        void whereItClaimsToBeMadeOfTheData() {
            Observation stage = stage(person());
            stage.setText(narrative(NarrativeStatus.GENERATED, "<p>Stage: maintenance</p>"));
            assertThat(words(read(create(stage)))).contains("Preparation").doesNotContain("maintenance");
        }

        @Test
        void whereItCouldRun() {
            Observation stage = stage(person());
            stage.setText(narrative(NarrativeStatus.GENERATED, "<p onclick=\"go()\">Stage</p>"));
            assertThat(Outcome.codes(http().post("/Observation", json(stage)), 422))
                    .contains("validation/unsafe-narrative");
        }

        @Test
        void whereItCouldRunInATransaction() {
            assertThat(Outcome.codes(http().post("", json(bundle(true))), 422)).contains("validation/unsafe-narrative");
        }

        @Test
        void whereARecordHoldsMarkup() {
            Observation stage = stage(person());
            stage.getNoteFirstRep().setText("<script>alert(1)</script> & so on");
            String stored = http().get("/" + create(stage)).body();
            assertThat(stored).contains("&lt;script").doesNotContain("<p>“<script");
        }
    }

    @Nested
    class IsThere {

        @Test
        void inRefusals() {
            assertThat(words(Outcome.of(http().get("/Patient/nobody-has-this-id"), 404)))
                    .contains("Answer of the server", "error:");
        }

        @Test
        void inDefinitions() {
            Bundle found = parse(Bundle.class, http().get("/StructureDefinition?_count=1&type=Observation"));
            assertThat(words((DomainResource) found.getEntryFirstRep().getResource()))
                    .contains("Definition");
        }

        @Test
        void inWhatTheServerSaysOfItself() {
            assertThat(http().get("/metadata").body()).contains("http://www.w3.org/1999/xhtml");
        }
    }

    @Test
    void conditionalCreateStillFindsWhatIsThere() {
        String number = PartnerBundle.newNumber();
        Patient patient = new Patient();
        patient.addIdentifier().setSystem("https://partner.example/id").setValue(number);
        assertThat(createUnlessThere(patient, number)).isEqualTo(201);
        assertThat(createUnlessThere(patient, number)).isEqualTo(200);
    }

    private int createUnlessThere(Patient patient, String number) {
        return http().send(http().request("/Patient")
                        .header("Content-Type", "application/fhir+json")
                        .header("If-None-Exist", "identifier=https://partner.example/id|" + number)
                        .POST(BodyPublishers.ofString(json(patient))))
                .statusCode();
    }

    private static Observation stage(String person) {
        Observation stage = aStageOf(person)
                .substance("alcohol")
                .stage("preparation")
                .performedBy(person)
                .build();
        stage.addNote(new Annotation(new MarkdownType("Two beers.")));
        return stage;
    }

    private String person() {
        return create(new Patient());
    }

    /** A person, a practitioner and a stage that both stand behind; the id of the stage. */
    private String transaction(boolean unsafe) {
        Bundle answer = parse(Bundle.class, http().post("", json(bundle(unsafe))));
        return answer.getEntry().get(0).getResponse().getLocation().replaceFirst("/_history.*", "");
    }

    private static Bundle bundle(boolean unsafe) {
        Observation stage = stage("urn:uuid:11111111-1111-4111-8111-111111111111");
        stage.addPerformer().setReference("urn:uuid:22222222-2222-4222-8222-222222222222");
        if (unsafe) {
            stage.setText(narrative(NarrativeStatus.GENERATED, "<p onclick=\"go()\">Stage</p>"));
        }
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        add(bundle, stage, "urn:uuid:33333333-3333-4333-8333-333333333333");
        add(bundle, new Patient(), "urn:uuid:11111111-1111-4111-8111-111111111111");
        add(bundle, new Practitioner(), "urn:uuid:22222222-2222-4222-8222-222222222222");
        return bundle;
    }

    private static void add(Bundle bundle, DomainResource resource, String placeholder) {
        bundle.addEntry()
                .setFullUrl(placeholder)
                .setResource(resource)
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl(resource.fhirType());
    }

    private static Narrative narrative(NarrativeStatus status, String content) {
        Narrative narrative = new Narrative().setStatus(status);
        narrative.setDivAsString("<div xmlns=\"http://www.w3.org/1999/xhtml\">" + content + "</div>");
        return narrative;
    }

    private String create(DomainResource resource) {
        return idOf(http().post("/" + resource.fhirType(), json(resource)));
    }

    private static String idOf(HttpResponse<String> created) {
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        String location = created.headers().firstValue("Location").orElseThrow();
        return location.replaceFirst(".*/fhir/", "").replaceFirst("/_history.*", "");
    }

    private void put(Observation observation) {
        String id = observation.getIdElement().toUnqualifiedVersionless().getValue();
        HttpResponse<String> answer = http().put("/" + id, json(observation));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private Observation read(String id) {
        return parse(Observation.class, http().get("/" + id));
    }

    private static <R extends Resource> R parse(Class<R> type, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return parse(type, answer.body());
    }

    private static <R extends Resource> R parse(Class<R> type, String json) {
        return Fhir.CONTEXT.newJsonParser().parseResource(type, json);
    }

    private static String json(Resource resource) {
        return Fhir.CONTEXT.newJsonParser().encodeResourceToString(resource);
    }

    private static String words(DomainResource resource) {
        return resource.getText().getDiv().allText().strip();
    }
}
