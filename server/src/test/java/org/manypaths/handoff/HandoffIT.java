package org.manypaths.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manypaths.handoff.digest.DocumentDigest;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;

/** A partner's program asks for a handoff over HTTP. */
class HandoffIT extends ServerIT {

    private static final String TO_RIVERSIDE =
            "recipient=Organization/riverside&purpose=TREAT&as-of=2026-01-12T09:45:00-05:00";

    private static @Nullable StoredStory told;

    /** Told once for all questions that only read. */
    private StoredStory story() {
        if (told == null) {
            told = StoredStory.tell(http());
        }
        return told;
    }

    @Nested
    class TheDocument {

        @Test
        void standsAloneAndValidates() {
            StoredStory story = story();
            DocumentFacts facts = document(http().get(story.handoff(TO_RIVERSIDE)));
            List<String> keys = facts.keys();
            assertThat(keys).containsAll(facts.references());
            assertThat(facts.bundle().getEntry()).allSatisfy(entry -> assertThat(entry.getFullUrl())
                    .endsWith("/fhir/" + entry.getResource().fhirType() + "/"
                            + entry.getResource().getIdElement().getIdPart()));
            OperationOutcome outcome = Fhir.CONTEXT
                    .newJsonParser()
                    .parseResource(
                            OperationOutcome.class,
                            http().post("/Bundle/$validate", facts.json()).body());
            assertThat(outcome.getIssue())
                    .filteredOn(issue ->
                            issue.getSeverity() == IssueSeverity.ERROR || issue.getSeverity() == IssueSeverity.FATAL)
                    .extracting(issue -> issue.getDiagnostics())
                    .isEmpty();
        }

        @Test
        void isMadeAlsoOfDosesAndSuppliesThatNobodyCanRead() {
            StoredStory story = story();
            String person = "\"subject\":{\"reference\":\"Patient/" + story.number() + "\"}";
            String films = "\"medicationCodeableConcept\":{\"coding\":[{\"code\":\"x\",\"display\":\"Films\"}]}";
            for (String days : List.of("1e17", "99999999", "-5")) {
                assertThat(http().post("/MedicationDispense", """
                        {"resourceType":"MedicationDispense","status":"completed",%s,%s,"daysSupply":{"value":%s,"unit":"days",
                         "system":"http://unitsofmeasure.org","code":"d"},"whenHandedOver":"2026-01-12T09:31:00-05:00"}""".formatted(person, films, days))
                                .statusCode())
                        .isEqualTo(201);
            }
            assertThat(http().post("/MedicationAdministration", """
                    {"resourceType":"MedicationAdministration","status":"completed",%s,%s,
                     "effectiveDateTime":"2026-01-12T09:00:00-05:00"}""".formatted(person, films))
                            .statusCode())
                    .isEqualTo(201);
            HttpResponse<String> answer = http().get(story.handoff(TO_RIVERSIDE));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("lasts until Monday 19 January 2026, 09:30");
        }

        @Test
        void isTheSameByteByByteForTheSameMoment() {
            StoredStory story = story();
            String first = http().get(story.handoff(TO_RIVERSIDE)).body();
            assertThat(http().get(story.handoff(TO_RIVERSIDE)).body()).isEqualTo(first);
        }

        @Test
        void provesItsDigestAsItArrives() {
            StoredStory story = story();
            String json = http().get(story.handoff(TO_RIVERSIDE)).body();
            assertThat(DocumentDigest.stated(json)).contains(DocumentDigest.of(json));
            assertThat(DocumentDigest.of(json.replace("Nobody counts.", "Somebody counts.")))
                    .isNotEqualTo(DocumentDigest.of(json));
        }

        @Test
        void provesItsDigestAsXmlToo() {
            StoredStory story = story();
            String xml =
                    http().get(story.handoff(TO_RIVERSIDE + "&_format=xml")).body();
            Bundle read = Fhir.CONTEXT.newXmlParser().parseResource(Bundle.class, xml);
            String json = Fhir.CONTEXT.newJsonParser().encodeResourceToString(read);
            assertThat(DocumentDigest.stated(json)).contains(DocumentDigest.of(json));
        }

        @Test
        void comesForAPostedQuestionToo() {
            StoredStory story = story();
            String body = http().get(story.handoff(TO_RIVERSIDE)).body();
            assertThat(http().post(story.handoff(), parameters()).body()).isEqualTo(body);
        }

        @Test
        void comesByTheStandardDoor() {
            StoredStory story = story();
            String plan = http().get("/CarePlan/" + story.number() + "-week-4/$handoff?recipient=Organization/open-door"
                            + "&purpose=TREAT&as-of=2026-02-01T09:00:00-05:00")
                    .body();
            HttpResponse<String> summary = http().get("/Patient/" + story.number() + "/$summary?profile="
                    + CompositionWriter.PROFILE
                    + "&recipient=Organization/open-door&purpose=TREAT&as-of=2026-02-01T09:00:00-05:00");
            assertThat(summary.body()).isEqualTo(plan);
        }

        @Test
        void isReadAsAPageAndAsAPdf() {
            StoredStory story = story();
            HttpResponse<String> page = http().send(http().request(story.handoff(TO_RIVERSIDE))
                    .setHeader("Accept", "text/html,application/xhtml+xml"));
            assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
            assertThat(page.body()).contains("Nobody counts.").doesNotContain("<script");
            HttpResponse<String> pdf = http().get(story.handoff(TO_RIVERSIDE + "&_format=application/pdf"));
            assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
            assertThat(pdf.body()).startsWith("%PDF-");
        }
    }

    @Nested
    class AskedForByAnOperator {

        @Test
        void isThatOfWhoeverHoldsThePlan() {
            StoredStory story = StoredStory.tellThrough("demo-detox", http());
            DocumentFacts facts = document(http().get(story.handoff(TO_RIVERSIDE)));
            assertThat(facts.keys()).contains("CarePlan/" + story.number() + "-day-5");
        }
    }

    @Nested
    class WhenPersisted {

        @Test
        void isFiledOnceHoweverOftenItIsSent() {
            StoredStory story = story();
            String first = http().post(story.handoff(), parameters("persist")).body();
            assertThat(http().post(story.handoff(), parameters("persist")).body())
                    .isEqualTo(first);
            DocumentFacts facts = new DocumentFacts(Fhir.CONTEXT.newJsonParser().parseResource(Bundle.class, first));
            String identifier =
                    "urn:ietf:rfc:3986%7C" + facts.bundle().getIdentifier().getValue();
            assertThat(found("/Task?identifier=" + identifier)).hasSize(1);
            assertThat(found("/DocumentReference?identifier=" + identifier)).hasSize(1);
            List<String> stored = found("/Bundle?identifier=" + identifier);
            assertThat(stored).hasSize(1);
            String task = http().get("/Task?identifier=" + identifier).body();
            assertThat(task)
                    .contains("Harbour House asks Riverside Integrative Care to take over the care of the person.")
                    .doesNotContain("An organisation");
            String kept = http().get("/" + stored.get(0)).body();
            assertThat(DocumentDigest.stated(kept)).contains(DocumentDigest.of(kept));
        }

        @Test
        void goesWithTheOpenTaskAlsoWhereSomebodyElseFilesItForTheSender() {
            StoredStory story = story();
            assertThat(http().post(story.handoff(), parameters("persist")).statusCode())
                    .isEqualTo(200);
            HttpResponse<String> newer =
                    http().post(story.handoff(), parameters("persist").replace("T09:45", "T09:50"));
            assertThat(newer.statusCode()).as(newer.body()).isEqualTo(200);
            assertThat(found("/Task?patient=" + story.number() + "&status=requested&_profile="
                            + "https://w3id.org/manypaths/fhir/StructureDefinition/ihrp-handoff-task"))
                    .hasSize(1);
        }

        @Test
        void keepsTheDecisionOfThePersonWithTheSender() {
            StoredStory story = story();
            Parameters question = question();
            question.addParameter().setName("decision").setValue(new CodeType("keep-back"));
            question.addParameter().setName("decision-by").setValue(new Reference("Practitioner/amina-haddad"));
            question.addParameter("decision-words", "Not that.");
            String json = http().post(
                            story.handoff(), Fhir.CONTEXT.newJsonParser().encodeResourceToString(question))
                    .body();
            assertThat(json).contains("\"resourceType\":\"Bundle\"").doesNotContain("Not that.");
            assertThat(http().get("/Provenance?target=CarePlan/" + story.number() + "-day-5")
                            .body())
                    .contains("Not that.");
            assertThat(http().get("/Provenance?patient=" + story.number()).body())
                    .as("what is there for the person")
                    .contains("Not that.");
        }

        @Test
        void needsAPost() {
            StoredStory story = story();
            assertThat(Outcome.codes(http().get(story.handoff(TO_RIVERSIDE + "&persist=true")), 405))
                    .containsExactly("handoff/needs-post");
        }
    }

    @Nested
    class AskedByAnOrganisation {

        @Test
        void isMadeForTheOneThatHandsOverAndFiledAsItsOwn() {
            StoredStory story = StoredStory.tellAsOf("demo-detox", http());
            Http sender = http(TestClients.DETOX);
            HttpResponse<String> answer = sender.post(story.handoff(), parameters("persist"));
            DocumentFacts facts = document(answer);
            assertThat(answer.body()).contains("Nobody counts.", "42CFRPart2").doesNotContain("ihrp-access");
            assertThat(DocumentDigest.stated(answer.body())).contains(DocumentDigest.of(answer.body()));
            String task = "/Task?identifier=urn:ietf:rfc:3986%7C"
                    + facts.bundle().getIdentifier().getValue();
            assertThat(sender.get(task).body()).contains("demo-detox", "\"requested\"");
        }

        @Test
        void isNotThereForOneThatSeesNoPlan() {
            StoredStory story = story();
            assertThat(Outcome.codes(http(TestClients.STRANGER).get(story.handoff(TO_RIVERSIDE)), 404))
                    .containsExactly("request/not-found");
        }

        @Test
        void isInTheTrailAlsoWhenItIsReadAsAPage() {
            StoredStory story = story();
            HttpResponse<String> page =
                    http().send(http().request(story.handoff(TO_RIVERSIDE)).setHeader("Accept", "text/html"));
            assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
            assertThat(http().get("/AuditEvent?patient=Patient/" + story.number() + "&_count=20")
                            .body())
                    .contains(page.headers().firstValue("X-Request-Id").orElseThrow());
        }
    }

    @Nested
    class RefusesInWords {

        @Test
        void anUnknownPlan() {
            assertThat(Outcome.codes(http().get("/CarePlan/no-such-plan/$handoff?" + TO_RIVERSIDE), 404))
                    .containsExactly("request/not-found");
        }

        @Test
        void aQuestionThatLacksOrTwistsAParameter() {
            StoredStory story = story();
            assertThat(code(story, "purpose=TREAT", 400)).isEqualTo("handoff/recipient-missing");
            assertThat(code(story, "recipient=Patient/x&purpose=TREAT", 400)).isEqualTo("handoff/parameter");
            assertThat(code(story, "recipient=Organization/nobody&purpose=TREAT", 422))
                    .isEqualTo("handoff/recipient-unknown");
            assertThat(code(story, "recipient=Organization/riverside", 400)).isEqualTo("handoff/purpose-missing");
            assertThat(code(story, "recipient=Organization/riverside&purpose=CURIOSITY", 422))
                    .isEqualTo("handoff/purpose-unknown");
            assertThat(code(story, TO_RIVERSIDE.replace("2026-01-12T09:45:00-05:00", "yesterday"), 400))
                    .isEqualTo("handoff/as-of");
            assertThat(code(story, TO_RIVERSIDE.replace("2026-01-12", "2999-01-12"), 400))
                    .isEqualTo("handoff/as-of");
            assertThat(code(story, TO_RIVERSIDE.replace("2026-01-12", "2025-01-12"), 422))
                    .isEqualTo("handoff/as-of-before-plan");
            assertThat(code(story, TO_RIVERSIDE + "&persist=perhaps", 400)).isEqualTo("handoff/parameter");
            assertThat(code(story, "recipient=Organization/riverside&purpose=TREAT&as-of=", 400))
                    .isEqualTo("handoff/parameter");
            assertThat(code(story, "recipient=http://127.0.0.1:9/Organization/riverside&purpose=TREAT", 400))
                    .isEqualTo("handoff/parameter");
            assertThat(http().get(story.handoff("recipient=" + base() + "/Organization/" + TO_RIVERSIDE.substring(23)))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(code(story, TO_RIVERSIDE + "&receiver=x", 400)).isEqualTo("request/unknown-parameter");
            assertThat(code(story, "recipient=Organization/riverside&purpose=TREAT&as-of=%C2%A0", 400))
                    .as("a no-break space says nothing")
                    .isEqualTo("handoff/parameter");
            assertThat(code(story, TO_RIVERSIDE + "&consent=Consent/other", 422))
                    .isEqualTo("handoff/consent-unknown");
            assertThat(code(story, TO_RIVERSIDE + "&recipient=Organization/open-door", 400))
                    .isEqualTo("request/invalid-parameter");
        }

        /** Also where no consent would let anything go: who asks is told what is wrong with the question, and no more. */
        @ParameterizedTest
        @CsvSource({
            "Organization/nobody, 422, handoff/recipient-unknown, that this server knows",
            "Organization/harbour-house, 422, handoff/recipient-is-sender, hands the plan over",
            "Practitioner/amina-haddad, 400, handoff/parameter, is no reference to Organization",
            "Organization/$, 400, handoff/parameter, is no reference to Organization",
            "riverside, 400, handoff/parameter, is no reference to Organization"
        })
        void aRecipientThatCanBeNone(String recipient, int status, String code, String words) {
            StoredStory story = story();
            for (String purpose : List.of("TREAT", "HPAYMT")) {
                OperationOutcome outcome = Outcome.of(
                        http().get(story.handoff(
                                "recipient=" + recipient + "&purpose=" + purpose + "&as-of=2026-01-12T09:45:00-05:00")),
                        status);
                assertThat(outcome.getIssue()).hasSize(1);
                assertThat(Outcome.code(outcome.getIssueFirstRep())).isEqualTo(code);
                assertThat(outcome.getIssueFirstRep().getDiagnostics()).contains("recipient", words);
                assertThat(outcome.getIssueFirstRep().getExpression().get(0).getValue())
                        .isEqualTo("Parameters.parameter.where(name = 'recipient')");
            }
        }

        @Test
        void aBodyThatIsNoQuestion() {
            StoredStory story = story();
            assertThat(Outcome.codes(http().post(story.handoff(), "{\"resourceType\":\"Patient\"}"), 400))
                    .containsExactly("handoff/parameter");
            assertThat(Outcome.of(
                                    http().send(http().request(story.handoff())
                                            .header("Content-Type", "application/fhir+json")
                                            .POST(BodyPublishers.ofString("no json"))),
                                    400)
                            .getIssue())
                    .isNotEmpty();
        }

        @Test
        void parametersInTheAddressBesideABody() {
            HttpResponse<String> answer = http().post(story().handoff("consent=Consent/other"), parameters());
            assertThat(Outcome.codes(answer, 400)).containsExactly("request/unknown-parameter");
        }

        @Test
        void aPlanThatIsOnlyAPart() {
            StoredStory story = story();
            assertThat(Outcome.codes(
                            http().get("/CarePlan/" + story.number() + "-return-to-use/$handoff?" + TO_RIVERSIDE), 422))
                    .containsExactly("handoff/not-an-integrative-plan");
        }

        @Test
        void aSummaryOfAnotherKind() {
            StoredStory story = story();
            assertThat(Outcome.codes(
                            http().get("/Patient/" + story.number() + "/$summary?profile=http://example.org/x&"
                                    + TO_RIVERSIDE),
                            422))
                    .containsExactly("handoff/profile");
        }

        @Test
        void whatNoConsentLetsGo() {
            StoredStory story = story();
            assertThat(code(story, TO_RIVERSIDE.replace("riverside", "open-door"), 403))
                    .isEqualTo("handoff/nothing-may-go");
        }

        private String code(StoredStory story, String question, int status) {
            return Outcome.codes(http().get(story.handoff(question)), status).get(0);
        }
    }

    private List<String> found(String search) {
        return new DocumentFacts(Fhir.CONTEXT
                        .newJsonParser()
                        .parseResource(Bundle.class, http().get(search).body()))
                .keys();
    }

    private static DocumentFacts document(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new DocumentFacts(Fhir.CONTEXT.newJsonParser().parseResource(Bundle.class, response.body()));
    }

    private static String parameters(String... yes) {
        Parameters parameters = question();
        List.of(yes).forEach(name -> parameters.addParameter(name, true));
        return Fhir.CONTEXT.newJsonParser().encodeResourceToString(parameters);
    }

    private static Parameters question() {
        Parameters parameters = new Parameters();
        parameters.addParameter().setName("recipient").setValue(new Reference("Organization/riverside"));
        parameters.addParameter().setName("purpose").setValue(new CodeType("TREAT"));
        parameters.addParameter().setName("as-of").setValue(new DateTimeType("2026-01-12T09:45:00-05:00"));
        return parameters;
    }
}
