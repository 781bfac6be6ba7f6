package org.manypaths.substanceprofile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
