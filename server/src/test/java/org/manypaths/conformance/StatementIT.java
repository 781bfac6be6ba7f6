package org.manypaths.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.testkit.Outcome;
import org.manypaths.testkit.ServerIT;

class StatementIT extends ServerIT {

    /** Of HL7, which this server does not carry; ExportIT is its proof. */
    private static final String BULK_DATA = "http://hl7.org/fhir/uv/bulkdata/CapabilityStatement/bulk-data";

    @Test
    void namesItselfAndItsVersion() {
        CapabilityStatement statement = statement();
        assertThat(statement.getName()).isEqualTo("ManyPaths");
        assertThat(statement.getPublisher()).isEqualTo("Many Paths");
        assertThat(statement.getSoftware().getName()).isEqualTo("Many Paths");
        assertThat(statement.getSoftware().getVersion()).isEqualTo("0.1.0");
        assertThat(statement.getImplementation().getDescription()).contains("treatment plans");
    }

    @Test
    void namesOnlyFormatsThatItWrites() {
        assertThat(statement().getFormat())
                .extracting(format -> format.getValue())
                .contains("application/fhir+json", "application/fhir+xml", "json", "xml")
                .noneMatch(format -> format.contains("turtle") || format.equals("ttl"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metadata", "/Patient", "/Patient?_format=ttl"})
    void refusesTurtleInJson(String path) {
        HttpResponse<String> response = http().send(
                        http().request(path).setHeader("Accept", "text/turtle").GET());

        assertThat(Outcome.codes(response, 406)).containsExactly("request/format");
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/fhir+json");
    }

    @Test
    void namesTheProfilesThatItEnforces() {
        assertThat(type("CarePlan").getSupportedProfile())
                .extracting(profile -> profile.getValue())
                .contains(Canonical.BASE + "/StructureDefinition/ihrp-care-plan");
    }

    @Test
    void namesOnlyOperationsThatItOffers() {
        assertThat(statement().getRestFirstRep().getResource())
                .flatExtracting(CapabilityStatementRestResourceComponent::getOperation)
                .extracting(operation -> operation.getName())
                .doesNotContain("expunge", "meta", "meta-add", "meta-delete", "reindex", "diff", "graphql");
        assertThat(type("CarePlan").getOperation())
                .extracting(operation -> operation.getName())
                .contains("validate");
    }

    @Test
    void namesTheRequirementsThatItMeetsAndNoOther() {
        assertThat(statement().getInstantiates())
                .extracting(requirements -> requirements.getValue())
                .doesNotContain(Canonical.BASE + "/CapabilityStatement/ihrp-prescriber-query");
        assertThat(statement().getInstantiates())
                .extracting(requirements -> requirements.getValue())
                .filteredOn(requirements -> !requirements.equals(BULK_DATA))
                .allMatch(this::offersWhatIsAskedBy);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/$expunge",
                "/$reindex",
                "/$meta",
                "/Patient/$meta",
                "/$get-resource-counts",
                "/$mark-all-resources-for-reindexing",
                "/$perform-reindexing-pass",
                "/$graphql?query=x",
                "/$import",
                "/$diff",
                "/$process-message",
                "/Patient/$no-such-operation"
            })
    void offersNothingThatItDoesNotName(String path) {
        assertThat(Outcome.codes(http().get(path), 404)).containsExactly("request/unknown-operation");
    }

    private boolean offersWhatIsAskedBy(String url) {
        String id = url.substring(url.lastIndexOf('/') + 1);
        CapabilityStatement required =
                client().read().resource(CapabilityStatement.class).withId(id).execute();
        return RequirementRules.met(required, statement());
    }

    private CapabilityStatement statement() {
        return client().capabilities().ofType(CapabilityStatement.class).execute();
    }

    private CapabilityStatementRestResourceComponent type(String name) {
        return statement().getRestFirstRep().getResource().stream()
                .filter(type -> type.getType().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
