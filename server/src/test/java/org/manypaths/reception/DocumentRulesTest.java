package org.manypaths.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.refusal.Refusal;
import org.manypaths.testkit.Fhir;

class DocumentRulesTest {

    private static final String PLAIN = PlainDocument.TEXT.replace("NUMBER", "9b3151bd-1cbf-4d64-b04d-cd9187a4c6e9");

    @Test
    void letsAPlainDocumentBy() {
        assertThatCode(() -> check(PLAIN)).doesNotThrowAnyException();
    }

    /** Their records would be taken for those of every other document without addresses. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\"fullUrl\":\"Condition/1\","})
    void wantsAnAddressForEachEntry(String instead) {
        String document = PLAIN.replace(
                "{\"fullUrl\":\"urn:uuid:1c3151bd-1cbf-4d64-b04d-cd9187a4c6e1\",\"resource\":{",
                "{" + instead + "\"resource\":{\"id\":\"1\",");
        assertThat(document).isNotEqualTo(PLAIN);
        Refusal refusal = refusal(document);
        assertThat(refusal.getStatusCode()).isEqualTo(422);
        assertThat(refusal.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("reception/not-a-document");
            assertThat(issue.expression()).containsExactly("Bundle.entry[2].fullUrl");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "2026-01", "2026-01-01", "2026-02-01T10:00:00"})
    void wantsAMomentAndNoDay(String timestamp) {
        Refusal refusal = refusal(
                PLAIN.replaceFirst("\"timestamp\":\"2026-02-01T10:00:00Z\"", "\"timestamp\":\"" + timestamp + "\""));
        assertThat(refusal.getStatusCode()).isEqualTo(400);
        assertThat(refusal.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo("reception/body");
            assertThat(issue.problem()).contains("Bundle.timestamp is " + timestamp);
        });
    }

    private static Refusal refusal(String document) {
        return catchThrowableOfType(Refusal.class, () -> check(document));
    }

    private static void check(String document) {
        Bundle bundle = Fhir.CONTEXT.newJsonParser().parseResource(Bundle.class, document);
        DocumentRules.check(Arrived.of(bundle, document), Instant.parse("2026-03-01T00:00:00Z"));
    }
}
