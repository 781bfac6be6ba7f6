package org.manypaths.substanceprofile;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manypaths.access.AccessFixtures;
import org.manypaths.conformance.Canonical;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.Stories;

class OpenNeedsIT extends ServerIT {

    private static final String QUERY = "/Observation?_query=need-without-alternative";

    @BeforeEach
    void people() {
        Stories.store(http());
    }

    @Test
    void findsTheMeaningsThatNothingServesAndNoOther() {
        assertThat(found("Patient/rosa")).contains("rosa-meaning-five-minutes").doesNotContain("rosa-meaning-grief");
    }

    /** The answer comes in pages; it is of all of them that it tells. */
    @Test
    void findsMoreThanAPageOfThem() {
        String person = AccessFixtures.store(http(), "Patient", AccessFixtures.patient("Many"));
        String meaning = AccessFixtures.meaning(person)
                .replace("\"note\"", "\"valueCodeableConcept\":{\"text\":\"It fills the hours\"},\"note\"");
        String entry = "{\"resource\":" + meaning + ",\"request\":{\"method\":\"POST\",\"url\":\"Observation\"}}";
        HttpResponse<String> stored = http().post(
                        "",
                        "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":["
                                + String.join(",", Collections.nCopies(60, entry)) + "]}");
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(200);
        Bundle answer = Fhir.CONTEXT
                .newJsonParser()
                .parseResource(
                        Bundle.class,
                        http().get(QUERY + "&patient=Patient/" + person).body());
        assertThat(answer.getTotal()).isEqualTo(60);
    }

    @Test
    void asksForAPerson() {
        Outcome.of(http().get(QUERY), 400);
    }

    @Test
    void isNamedInTheCapabilityStatement() {
        CapabilityStatement statement =
                client().capabilities().ofType(CapabilityStatement.class).execute();
        assertThat(statement.getRestFirstRep().getResource().stream()
                        .filter(type -> type.getType().equals("Observation"))
                        .flatMap(type -> type.getOperation().stream())
                        .filter(operation -> operation.getName().equals("need-without-alternative"))
                        .map(operation -> operation.getDefinition()))
                .containsExactly(Canonical.BASE + "/OperationDefinition/ihrp-need-without-alternative");
    }

    private List<String> found(String person) {
        Bundle bundle = Fhir.CONTEXT
                .newJsonParser()
                .parseResource(
                        Bundle.class, http().get(QUERY + "&patient=" + person).body());
        return bundle.getEntry().stream()
                .map(entry -> entry.getResource().getIdElement().getIdPart())
                .toList();
    }
}
