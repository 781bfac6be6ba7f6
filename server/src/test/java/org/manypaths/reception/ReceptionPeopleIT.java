package org.manypaths.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.manypaths.access.AccessFixtures;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.Outcome;

/** Whose a copy is, and which of two documents a copy follows, whatever their senders call their records. */
class ReceptionPeopleIT extends ReceivingIT {

    private final String one = UUID.randomUUID().toString();
    private final String other = UUID.randomUUID().toString();

    @Test
    void keepsThePlansOfTwoPeopleApartThatCameUnderOneName() {
        SentDocument first = SentDocument.to(RECEIVER, http(), base());
        SentDocument second = SentDocument.to(RECEIVER, http(), base());
        Parameters before = received(first.json());
        Parameters after =
                received(second.changed(second.handoff(), first.handoff()).json());
        assertThat(reference(after, "task")).isNotEqualTo(reference(before, "task"));
        assertThat(receiver().get("/" + reference(after, "task")).body()).contains(reference(after, "patient"));
        assertThat(receiver().get("/" + reference(after, "document-reference")).body())
                .doesNotContain("replaces", reference(before, "document-reference"));
    }

    @Test
    void followsTheNewerOfTwoHandoffsWhicheverComesFirst() {
        SentDocument document = SentDocument.to(RECEIVER, http(), base());
        Parameters newer = received(document.version(13).json());
        String goal = place(newer, "Goal");
        Parameters older =
                received(document.changed("\"lifecycleStatus\":\"active\"", "\"lifecycleStatus\":\"cancelled\"")
                        .anotherHandoff()
                        .version(11)
                        .json());
        assertThat(values(older, "outcome")).contains("kept-newer", "same").doesNotContain("updated", "added");
        assertThat(values(older, "difference")).isNotEmpty().containsOnly("Goal.lifecycleStatus");
        assertThat(receiver().get("/" + goal).body()).contains("\"active\"");
    }

    @Test
    void leavesEachRecordWithItsPersonWhereTwoHaveItUnderOneAddress() {
        String hers = reference(received(plain(one)), "patient");
        String his = reference(received(plain(other)), "patient");
        assertThat(his).isNotEqualTo(hers);
        assertThat(conditions(hers)).isEqualTo(1);
        assertThat(conditions(his)).isEqualTo(1);
    }

    @Test
    void takesNobodyForSomebodyElseWhoHadTheAddressBefore() {
        String hers = reference(received(plain(one)), "patient");
        String swapped = plain(other)
                .replace("\"urn:uuid:" + other + "\"},\n", "\"urn:uuid:" + UUID.randomUUID() + "\"},\n")
                .replace("\"reference\":\"urn:uuid:" + other, "\"reference\":\"urn:uuid:" + one)
                .replace("\"fullUrl\":\"urn:uuid:" + other, "\"fullUrl\":\"urn:uuid:" + one);
        assertThat(Outcome.codes(receiver().post("/$receive-handoff", swapped), 409))
                .containsExactly("reception/unclear-person");
        assertThat(receiver().get("/" + hers).body()).contains(one).doesNotContain(other);
    }

    @Test
    void readsAnIdentifierInPlaceOfAReference() {
        String identified = plain(one)
                .replace(
                        "\"code\":{\"text\":\"Low back pain\"},\"subject\":{\"reference\":\"urn:uuid:" + one + "\"}",
                        "\"code\":{\"text\":\"Low back pain\"},\"subject\":{\"identifier\":"
                                + "{\"system\":\"http://example.org/plain\",\"value\":\"" + one + "\"}}");
        assertThat(identified).isNotEqualTo(plain(one));
        refused(identified.replace("\"value\":\"" + one + "\"}}", "\"value\":\"" + other + "\"}}"));
        refused(identified.replaceFirst("(Low back pain\"}),\"subject\":\\{\"identifier\":\\{[^}]*}}", "$1"));
        assertThat(conditions(reference(received(identified), "patient"))).isEqualTo(1);
    }

    /** Of a person without any identifier another version comes: who is found is themselves. */
    @Test
    void takesThePersonForNobodyWhoMightBeTheSame() {
        String family = "F" + one;
        String document = plain(one)
                .replace("\"identifier\":[{\"system\":\"http://example.org/plain\",\"value\":\"" + one + "\"}],", "")
                .replace("\"family\":\"Plain\"", "\"family\":\"" + family + "\"");
        String hers = reference(received(document), "patient");
        Parameters again = received(document.replace("\"value\":\"urn:uuid:" + one, "\"value\":\"urn:uuid:" + other)
                .replace("Low back pain", "Back pain"));
        assertThat(reference(again, "patient")).isEqualTo(hers);
        assertThat(codes(again)).doesNotContain("reception/possible-match");
        for (int i = 0; i < 6; i++) {
            AccessFixtures.store(
                    receiver(),
                    "Patient",
                    "{\"resourceType\":\"Patient\",\"birthDate\":\"1991-02-03\"," + "\"name\":[{\"family\":\"" + family
                            + "\"}]}");
        }
        Parameters namesakes =
                received(document.replace("\"value\":\"urn:uuid:" + one, "\"value\":\"urn:uuid:" + UUID.randomUUID()));
        assertThat(codes(namesakes))
                .filteredOn("reception/possible-match"::equals)
                .hasSize(5);
    }

    private static List<String> codes(Parameters answer) {
        return ((OperationOutcome) answer.getParameter("understood").getResource())
                .getIssue().stream()
                        .map(issue -> issue.getDetails().getCodingFirstRep().getCode())
                        .toList();
    }

    /** Who gives care is one copy for all: the documents about all of them write it at the same moment. */
    @Test
    void takesInEightPeopleOfOneOrganizationAtOnce() {
        String organization = UUID.randomUUID().toString();
        Http receiver = receiver();
        List<CompletableFuture<HttpResponse<String>>> all = IntStream.range(0, 8)
                .mapToObj(i -> plain(UUID.randomUUID().toString())
                        .replaceFirst(
                                "]}$",
                                ",{\"fullUrl\":\"urn:uuid:" + organization
                                        + "\",\"resource\":{\"resourceType\":\"Organization\",\"name\":\"Hill\"}}]}")
                        .replace("2026-02-01T10:00:00Z", "2026-02-01T10:00:0" + i + "Z"))
                .map(document -> CompletableFuture.supplyAsync(
                        () -> receiver.post("/$receive-handoff", document), each -> new Thread(each).start()))
                .toList();
        assertThat(all.stream().map(CompletableFuture::join))
                .allSatisfy(answer ->
                        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200));
    }

    /** Who has a stranger's identifier, or one that is no longer theirs, is not taken for them in silence. */
    @Test
    void looksTwiceAtWhoIsFoundByAnIdentifier() {
        String hers = AccessFixtures.store(receiver(), "Patient", """
                {"resourceType":"Patient","gender":"female","birthDate":"1991-02-03","name":[{"family":"Plain"}],
                 "identifier":[{"system":"http://example.org/plain","value":"%s"}]}""".formatted(one));
        String old = plain(one)
                .replace(
                        "{\"system\":\"http://example.org/plain\"",
                        "{\"use\":\"old\",\"system\":\"http://example.org/plain\"");
        assertThat(Outcome.codes(receiver().post("/$receive-handoff", old), 409))
                .containsExactly("reception/unclear-person");
        String otherwise = plain(one)
                .replace("\"family\":\"Plain\"", "\"family\":\"Nobody\"")
                .replace("\"female\"", "\"male\"");
        assertThat(Outcome.codes(
                        receiver().post("/$receive-handoff", otherwise.replace("1991-02-03", "1950-01-01")), 409))
                .containsExactly("reception/unclear-person");
        assertThat(conditions("Patient/" + hers)).isZero();
        Parameters told = received(otherwise);
        assertThat(reference(told, "patient")).isEqualTo("Patient/" + hers);
        assertThat(told.getParameter("understood").getResource())
                .isInstanceOfSatisfying(OperationOutcome.class, outcome -> assertThat(outcome.getIssue())
                        .extracting(issue -> issue.getDiagnostics())
                        .anyMatch(words -> words.contains("gender is female here and male there"))
                        .anyMatch(words -> words.contains("name is Plain here")));
    }

    private void refused(String document) {
        assertThat(Outcome.codes(receiver().post("/$receive-handoff", document), 422))
                .containsExactly("reception/other-person");
    }

    /** One person's, with the record of another under the same address. */
    private static String plain(String number) {
        return PlainDocument.TEXT.replace("NUMBER", number);
    }

    private int conditions(String person) {
        String body = receiver().get("/Condition?patient=" + person).body();
        return Fhir.CONTEXT.newJsonParser().parseResource(Bundle.class, body).getTotal();
    }

    private static String reference(Parameters answer, String name) {
        return ((Reference) answer.getParameter(name).getValue()).getReference();
    }

    private static String place(Parameters answer, String type) {
        return answer.getParameter().stream()
                .flatMap(record -> record.getPart().stream())
                .filter(part -> part.getName().equals("target"))
                .map(part -> ((Reference) part.getValue()).getReference())
                .filter(place -> place.startsWith(type + "/"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> values(Parameters answer, String part) {
        return answer.getParameter().stream()
                .flatMap(record -> record.getPart().stream())
                .filter(found -> found.getName().equals(part))
                .map(found -> found.getValue().primitiveValue())
                .toList();
    }
}
