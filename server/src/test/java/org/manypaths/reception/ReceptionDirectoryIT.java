package org.manypaths.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.manypaths.access.AccessFixtures;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.TestClients;

/** By whose entries the organizations and colleagues of a document are known: by those that somebody vouches for. */
class ReceptionDirectoryIT extends ReceivingIT {

    private final String number = UUID.randomUUID().toString();
    private final String clinic = "http://127.0.0.1:9/clinic/Organization/" + number;
    private final String nurse = "http://127.0.0.1:9/clinic/Practitioner/" + number;

    @Test
    void knowsNobodyByWhatSomebodyElseHasWritten() {
        String fake = stored(http(TestClients.STRANGER), "Organization");
        stored(http(TestClients.STRANGER), "Practitioner");
        Parameters answer = received(document("sender-one", 1));
        assertThat(outcome(answer, clinic)).isEqualTo("added");
        assertThat(outcome(answer, nurse)).isEqualTo("added");
        assertThat(target(answer, clinic)).isNotEqualTo(fake);
    }

    @Test
    void knowsTheOperatorsEntryWhateverOthersWrite() {
        stored(http(TestClients.STRANGER), "Organization");
        String operators = stored(http(), "Organization");
        stored(http(TestClients.HOSPITAL), "Organization");
        Parameters answer = received(document("sender-one", 1));
        assertThat(outcome(answer, clinic)).isEqualTo("known");
        assertThat(target(answer, clinic)).isEqualTo(operators);
    }

    @Test
    void knowsWhomTheReceiverHasWrittenDownItself() {
        String own = stored(receiver(), "Practitioner");
        stored(http(TestClients.STRANGER), "Practitioner");
        assertThat(target(received(document("sender-one", 1)), nurse)).isEqualTo(own);
        stored(receiver(), "Practitioner");
        assertThat(outcome(received(document("sender-two", 2)), nurse))
                .as("two of them tell of none")
                .isNotEqualTo("known");
    }

    /** Who makes entries by documents makes nobody known to the next sender's. */
    @Test
    void knowsWhatTheSameSenderHasToldBeforeAndNoOther() {
        String first = target(received(document("sender-one", 1)), clinic);
        String moved = clinic.replace("/clinic/", "/moved/");
        Parameters same = received(document("sender-one", 2).replace(clinic, moved));
        assertThat(outcome(same, moved)).isEqualTo("known");
        assertThat(target(same, moved)).isEqualTo(first);
        String others = clinic.replace("/clinic/", "/others/");
        Parameters other = received(document("sender-two", 3).replace(clinic, others));
        assertThat(outcome(other, others)).isEqualTo("added");
        assertThat(target(other, others)).isNotEqualTo(first);
    }

    /** Until the operator says who it is. */
    @Test
    void knowsAClientByItsOwnOrganization() {
        String own = entry("Organization", "App").replace("{\"resourceType\"", """
                        {"id":"demo-app","meta":{"tag":[{"code":"demo-app","system":
                         "https://w3id.org/manypaths/fhir/CodeSystem/ihrp-origin"}]},"resourceType\"""");
        HttpResponse<String> kept = http().put("/Organization/demo-app", own);
        assertThat(kept.statusCode()).as(kept.body()).isIn(200, 201);
        stored(http(TestClients.STRANGER), "Organization");
        assertThat(target(received(document("sender-one", 1)), clinic)).isEqualTo("Organization/demo-app");
        String operators = stored(http(), "Organization");
        assertThat(target(received(document("sender-two", 2)), clinic)).isEqualTo(operators);
    }

    private String stored(Http by, String type) {
        return type + "/" + AccessFixtures.store(by, type, entry(type, "Entry"));
    }

    private String entry(String type, String name) {
        return """
                {"resourceType":"%s","identifier":[{"system":"http://example.org/directory","value":"%s"}],
                 "name":%s}""".formatted(
                type, number, type.equals("Organization") ? "\"" + name + "\"" : "[{\"family\":\"" + name + "\"}]");
    }

    /** From a sender of its own, in which the clinic and the nurse stand. */
    private String document(String sender, int day) {
        String custodian = "http://127.0.0.1:9/" + sender + "/Organization/" + number;
        String document = PlainDocument.TEXT
                .replace("urn:uuid:NUMBER\"},\n", "urn:uuid:" + UUID.randomUUID() + "\"},\n")
                .replace("NUMBER", number)
                .replace("2026-02-01T10:00:00Z", "2026-02-0" + day + "T10:00:00Z")
                .replace(
                        "\"author\":[{\"display\":\"General Hospital\"}]",
                        "\"author\":[{\"reference\":\"" + custodian + "\"}]");
        String entries = String.join(
                ",",
                whole(custodian, "{\"resourceType\":\"Organization\",\"name\":\"" + sender + "\"}"),
                whole(clinic, entry("Organization", "Clinic")),
                whole(nurse, entry("Practitioner", "Nurse")));
        return document.strip().replaceFirst("]}$", "," + entries + "]}");
    }

    private static String whole(String address, String resource) {
        return "{\"fullUrl\":\"" + address + "\",\"resource\":" + resource + "}";
    }

    private static String outcome(Parameters answer, String source) {
        return part(answer, source, "outcome").getValue().primitiveValue();
    }

    private static String target(Parameters answer, String source) {
        return ((Reference) part(answer, source, "target").getValue()).getReference();
    }

    private static ParametersParameterComponent part(Parameters answer, String source, String name) {
        return answer.getParameter().stream()
                .filter(record -> record.getName().equals("record"))
                .filter(record ->
                        source.equals(record.getPartFirstRep().getValue().primitiveValue()))
                .flatMap(record -> record.getPart().stream())
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
