package org.manypaths.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.manypaths.access.AccessFixtures;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.TestClients;

/** Whose word counts for a copy, and what else a document must not bring about. */
class ReceptionSenderIT extends ReceivingIT {

    private static final String BACK = "urn:uuid:1c3151bd-1cbf-4d64-b04d-cd9187a4c6e1";

    private final String person = UUID.randomUUID().toString();
    private final String nurse = UUID.randomUUID().toString();
    private final String place = UUID.randomUUID().toString();

    @Test
    void letsNobodyChangeWhatAnotherSenderTold() {
        Parameters first = received(sent("General Hospital", 1));
        Parameters other = received(
                sent("Another Clinic", 2).replace("Low back pain", "Headache").replace("+1-555-0100", "+1-555-0199"));
        assertThat(outcome(other, BACK)).isEqualTo("kept-other-sender");
        assertThat(outcome(other, "urn:uuid:" + nurse)).isEqualTo("kept-other-sender");
        OperationOutcome said =
                (OperationOutcome) other.getParameter("understood").getResource();
        assertThat(said.getIssue())
                .extracting(issue -> issue.getDetails().getCodingFirstRep().getCode())
                .contains("reception/kept-other-sender");
        assertThat(stored(first, BACK, Condition.class).getCode().getText()).isEqualTo("Low back pain");
        assertThat(stored(first, "urn:uuid:" + nurse, Practitioner.class)
                        .getTelecomFirstRep()
                        .getValue())
                .isEqualTo("+1-555-0100");
        Parameters newer = received(sent("General Hospital", 3).replace("Low back pain", "Back pain, gone"));
        assertThat(outcome(newer, BACK)).isEqualTo("updated");
        assertThat(stored(first, BACK, Condition.class).getCode().getText()).isEqualTo("Back pain, gone");
    }

    /** Neither the name of a sender nor their address, in words that are shown, makes anybody the sender. */
    @Test
    void takesNoWordsForASender() {
        String clinic = UUID.randomUUID().toString();
        String known = document("General Hospital", 1)
                .replace(
                        "\"author\":[{\"display\":\"General Hospital\"}]",
                        "\"author\":[{\"reference\":\"urn:uuid:" + clinic + "\"}]")
                .replaceFirst(
                        "]}$",
                        "," + entry(clinic, "{\"resourceType\":\"Organization\",\"name\":\"Hill Clinic\"}") + "]}");
        Parameters first = received(known);
        Parameters forged = received(document("urn:uuid:" + clinic, 2).replace("Low back pain", "Headache"));
        assertThat(outcome(forged, BACK)).isEqualTo("kept-other-sender");
        received(document("General Hospital", 3));
        Parameters again = received(document("General Hospital", 4).replace("Low back pain", "Headache"));
        assertThat(outcome(again, BACK)).isEqualTo("kept-other-sender");
        assertThat(stored(first, BACK, Condition.class).getCode().getText()).isEqualTo("Low back pain");
    }

    @Test
    void goesOnFromWhatTheSameSenderHasSentAndNoOther() {
        Parameters first = received(named(sent("General Hospital", 1)));
        Parameters other = received(named(sent("Another Clinic", 2)));
        assertThat(reference(other, "task")).isNotEqualTo(reference(first, "task"));
        assertThat(kept(other)).doesNotContain("replaces");
        assertThat(said(other)).contains("nothing shows that the same sender sent both");
        assertThat(receiver().get("/" + reference(first, "task")).body())
                .doesNotContain(reference(other, "document-reference"));
        Parameters newer = received(named(sent("General Hospital", 3)));
        assertThat(reference(newer, "task")).isEqualTo(reference(first, "task"));
        assertThat(kept(newer))
                .contains("\"replaces\"", reference(first, "document-reference"))
                .doesNotContain(reference(other, "document-reference"));
        assertThat(reference(received(named(sent("Another Clinic", 4))), "task"))
                .isEqualTo(reference(other, "task"));
        String nobody = reference(received(named(document("Somebody", 5))), "task");
        assertThat(reference(received(named(document("Somebody", 6))), "task")).isNotEqualTo(nobody);
    }

    /** A document whose Composition has no identifier says itself what it goes on from. */
    @Test
    void goesOnFromWhatItSaysItReplacesOrAddsTo() {
        String page = "urn:uuid:" + UUID.randomUUID();
        String one = sent("General Hospital", 1);
        Parameters first = received(one);
        String two = related(sent("General Hospital", 2), "replaces", "\"targetIdentifier\":" + identifier(one))
                .replaceFirst("\"fullUrl\":\"[^\"]*\"", "\"fullUrl\":\"" + page + "\"");
        Parameters second = received(two);
        assertThat(reference(second, "task")).isEqualTo(reference(first, "task"));
        assertThat(kept(second)).contains("\"replaces\"", reference(first, "document-reference"));
        Parameters third = received(related(
                sent("General Hospital", 3), "appends", "\"targetReference\":{\"reference\":\"" + page + "\"}"));
        assertThat(reference(third, "task")).isEqualTo(reference(first, "task"));
        assertThat(kept(third)).contains("\"appends\"", reference(second, "document-reference"));
        Parameters others =
                received(related(sent("Another Clinic", 4), "replaces", "\"targetIdentifier\":" + identifier(one)));
        assertThat(reference(others, "task")).isNotEqualTo(reference(first, "task"));
        assertThat(kept(others)).doesNotContain("replaces");
    }

    private static String identifier(String document) {
        return document.replaceFirst("(?s).*?\"identifier\":(\\{[^}]*}).*", "$1");
    }

    private static String related(String document, String code, String target) {
        return document.replace(
                "\"status\":\"final\"",
                "\"relatesTo\":[{\"code\":\"" + code + "\"," + target + "}],\"status\":\"final\"");
    }

    /** With the name that all versions of one handoff share. */
    private String named(String document) {
        return document.replace(
                "\"status\":\"final\"",
                "\"identifier\":{\"system\":\"http://example.org/handoff\",\"value\":\"" + person
                        + "\"},\"status\":\"final\"");
    }

    private String kept(Parameters answer) {
        return receiver().get("/" + reference(answer, "document-reference")).body();
    }

    private static String reference(Parameters answer, String name) {
        return ((Reference) answer.getParameter(name).getValue()).getReference();
    }

    private static String said(Parameters answer) {
        return ((OperationOutcome) answer.getParameter("understood").getResource())
                .getIssue().stream()
                        .map(issue -> issue.getDiagnostics())
                        .toList()
                        .toString();
    }

    @Test
    void namesWhoWroteItWhereNobodyIsSaidToKeepIt() {
        String authors = "\"author\":[{\"display\":\"General Hospital\"}]";
        assertThat(requester(document("General Hospital", 1)).getDisplay()).isEqualTo("General Hospital");
        Reference person = requester(document("General Hospital", 2)
                .replace(authors, "\"author\":[{\"reference\":\"urn:uuid:" + nurse + "\"}]")
                .replace("\"family\":\"Nurse\"", "\"text\":\"Nurse Ada Brook\""));
        assertThat(person.getDisplay()).isEqualTo("Nurse Ada Brook");
        assertThat(person.getReference())
                .as("a side of a handoff is an organisation")
                .isNull();
        String clinic = UUID.randomUUID().toString();
        Reference organization = requester(document("General Hospital", 3)
                .replace(authors, "\"author\":[{\"reference\":\"urn:uuid:" + clinic + "\"}]")
                .replaceFirst(
                        "]}$",
                        "," + entry(clinic, "{\"resourceType\":\"Organization\",\"name\":\"Hill Clinic\"}") + "]}"));
        assertThat(organization.getDisplay()).isEqualTo("Hill Clinic");
        assertThat(organization.getReference()).startsWith("Organization/");
        assertThat(requester(document("General Hospital", 4).replace(authors, "\"author\":[{\"display\":\" \"}]"))
                        .getDisplay())
                .isEqualTo("Unknown sender");
    }

    private Reference requester(String document) {
        Parameters answer = received(document);
        String place = ((Reference) answer.getParameter("task").getValue()).getReference();
        String task = receiver().get("/" + place).body();
        return Fhir.CONTEXT.newJsonParser().parseResource(Task.class, task).getRequester();
    }

    @Test
    void showsThePlacesOfADocumentToItsReceiverAlone() {
        Parameters answer = received(document("General Hospital", 1));
        String home = target(answer, "urn:uuid:" + place);
        String search = "/Location?name=" + "home-" + place;
        assertThat(receiver().get("/" + home).statusCode()).isEqualTo(200);
        assertThat(receiver().get(search).body()).contains("\"total\":1");
        assertThat(http(TestClients.STRANGER).get("/" + home).statusCode()).isEqualTo(404);
        assertThat(http(TestClients.STRANGER).get(search).body()).contains("\"total\":0");
    }

    /** Who gives care is of the directory, which everybody reads; what the document tells of them is not. */
    @Test
    void showsOthersNothingOfTheDocumentInTheDirectory() {
        String service = UUID.randomUUID().toString();
        String role = UUID.randomUUID().toString();
        String document = document("General Hospital", 1)
                .replace(
                        "\"name\":[{\"family\":\"Nurse\"}],",
                        "\"name\":[{\"family\":\"Nurse\"}],\"address\":[{\"text\":\"Home Lane 1\"}],\"text\":{\"status\":"
                                + "\"additional\",\"div\":\"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\">Hers, opioid use</div>\"},")
                .replaceFirst(
                        "]}$",
                        ","
                                + entry(
                                        service,
                                        "{\"resourceType\":\"HealthcareService\",\"name\":\"Walk\",\"comment\":"
                                                + "\"She comes on Mondays\"}")
                                + ","
                                + entry(
                                        role,
                                        "{\"resourceType\":\"PractitionerRole\",\"practitioner\":"
                                                + "{\"reference\":\"urn:uuid:" + nurse
                                                + "\"},\"healthcareService\":[{\"reference\":\"urn:uuid:" + service
                                                + "\"}]}")
                                + "]}");
        Parameters answer = received(document);
        String source = identifier(document).replaceFirst("(?s).*\"value\":\"([^\"]*)\".*", "$1");
        Http stranger = http(TestClients.STRANGER);
        assertThat(stranger.get("/" + target(answer, "urn:uuid:" + nurse)).body())
                .contains("Nurse", "+1-555-0100")
                .doesNotContain("opioid", "Home Lane", source);
        assertThat(stranger.get("/Practitioner?_source=" + source).body()).contains("\"total\":0");
        String walk = target(answer, "urn:uuid:" + service);
        assertThat(stranger.get("/" + walk).statusCode()).isEqualTo(404);
        assertThat(receiver().get("/" + walk).body()).contains("Mondays");
        assertThat(receiver()
                        .get("/PractitionerRole?_include=PractitionerRole:service&_id="
                                + target(answer, "urn:uuid:" + role).replaceFirst(".*/", ""))
                        .body())
                .contains("Mondays");
    }

    /** Whoever has brought somebody's home under an identifier keeps nobody else from having it. */
    @Test
    void knowsNoPlaceThatCameToSomebodyElse() {
        String identified = document("General Hospital", 1)
                .replace(
                        "\"resourceType\":\"Location\",",
                        "\"resourceType\":\"Location\",\"identifier\":[{\"system\":\"http://example.org/place\",\"value\":\""
                                + place + "\"}],");
        AccessFixtures.organizations(http());
        HttpResponse<String> before = http(TestClients.STRANGER).post("/$receive-handoff", identified);
        assertThat(before.statusCode()).as(before.body()).isEqualTo(200);
        Parameters answer = received(identified);
        assertThat(outcome(answer, "urn:uuid:" + place)).isEqualTo("added");
        assertThat(stored(answer, "urn:uuid:" + place, Location.class).getName())
                .isEqualTo("home-" + place);
    }

    @Test
    void letsACopyBeChangedThatWasCutAtItsSource() {
        String cut = "{\"resourceType\":\"Condition\",\"meta\":{\"tag\":[{\"code\":\"SUBSETTED\",\"system\":"
                + "\"http://terminology.hl7.org/CodeSystem/v3-ObservationValue\"}]},";
        Parameters answer = received(document("General Hospital", 1).replace("{\"resourceType\":\"Condition\",", cut));
        Condition copy = stored(answer, BACK, Condition.class);
        copy.getCode().setText("Low back pain since May");
        HttpResponse<String> changed = receiver()
                .put("/" + target(answer, BACK), Fhir.CONTEXT.newJsonParser().encodeResourceToString(copy));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    }

    @Test
    void takesNoBundleWithinADocument() {
        String within = entry(UUID.randomUUID().toString(), """
                {"resourceType":"Bundle","type":"collection","entry":[{"resource":
                 {"resourceType":"Patient","name":[{"family":"Else"}]}}]}""");
        String document = document("General Hospital", 1).replaceFirst("]}$", "," + within + "]}");
        assertThat(Outcome.codes(receiver().post("/$receive-handoff", document), 422))
                .containsExactly("reception/other-person");
    }

    /** From a sender who is known by an identifier. */
    private String sent(String author, int version) {
        return document(author, version)
                .replace(
                        "\"author\":[{",
                        "\"author\":[{\"identifier\":{\"system\":\"http://example.org/sender\",\"value\":\"" + author
                                + "\"},");
    }

    /** Of the same person, with the same nurse and the same place. */
    private String document(String author, int version) {
        String document = PlainDocument.TEXT
                .replace("urn:uuid:NUMBER\"},\n", "urn:uuid:" + UUID.randomUUID() + "\"},\n")
                .replace("NUMBER", person)
                .replace("General Hospital", author)
                .replace("2026-02-01T10:00:00Z", "2026-02-0" + version + "T10:00:00Z");
        String entries = entry(nurse, """
                        {"resourceType":"Practitioner","name":[{"family":"Nurse"}],
                         "telecom":[{"system":"phone","value":"+1-555-0100"}]}""")
                + ","
                + entry(place, "{\"resourceType\":\"Location\",\"name\":\"home-" + place + "\"}");
        String closed = document.strip();
        return closed.substring(0, closed.length() - "]}".length()) + "," + entries + "]}";
    }

    private static String entry(String id, String resource) {
        return "{\"fullUrl\":\"urn:uuid:" + id + "\",\"resource\":" + resource + "}";
    }

    private <R extends Resource> R stored(Parameters answer, String source, Class<R> type) {
        String body = receiver().get("/" + target(answer, source)).body();
        return Fhir.CONTEXT.newJsonParser().parseResource(type, body);
    }

    private static String outcome(Parameters answer, String source) {
        return part(answer, source, "outcome").getValue().primitiveValue();
    }

    private static String target(Parameters answer, String source) {
        return ((Reference) part(answer, source, "target").getValue()).getReference();
    }

    private static ParametersParameterComponent part(Parameters answer, String source, String name) {
        List<ParametersParameterComponent> parts = answer.getParameter().stream()
                .filter(record -> record.getName().equals("record"))
                .filter(record ->
                        source.equals(record.getPartFirstRep().getValue().primitiveValue()))
                .findFirst()
                .orElseThrow()
                .getPart();
        return parts.stream()
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
