package org.manypaths.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** Under the address of a version every version would be another record. */
    @Test
    void wantsAnAddressWithoutAVersion() {
        Refusal refusal = refusal(PLAIN.replace(
                "\"fullUrl\":\"urn:uuid:1c3151bd-1cbf-4d64-b04d-cd9187a4c6e1\"",
                "\"fullUrl\":\"http://127.0.0.1:9/Condition/1/_history/2\""));
        assertThat(refusal.issues()).singleElement().satisfies(issue -> assertThat(issue.expression())
                .containsExactly("Bundle.entry[2].fullUrl"));
    }

    @Test
    void wantsADocumentThatMeansWhatItSays() {
        assertThat(refusal(PLAIN.replace("\"status\":\"final\"", "\"status\":\"entered-in-error\""))
                        .issues())
                .singleElement()
                .satisfies(issue -> assertThat(issue.code()).isEqualTo("reception/not-a-document"));
    }

    /** The Patient of the document, where the record of another server is about the Patient of the same id there. */
    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:9/a/Condition/1, Patient/1, ",
        "http://127.0.0.1:9/b/Condition/1, Patient/1, other-person:somebody else",
        "http://127.0.0.1:9/b/Condition/1, http://127.0.0.1:9/a/Patient/1, ",
        "urn:uuid:1c3151bd-1cbf-4d64-b04d-cd9187a4c6e1, Patient/1, dangling:is relative",
        "http://127.0.0.1:9/a/Condition/1, Patient?identifier=x|y, dangling:is a search",
        "http://127.0.0.1:9/a/Condition/1, Group/1, other-person:a group"
    })
    void wantsEveryRecordToBeAboutItsPerson(String address, String subject, String fault) {
        String person = "urn:uuid:9b3151bd-1cbf-4d64-b04d-cd9187a4c6e9";
        String document = PLAIN.replace("{\"reference\":\"" + person, "{\"reference\":\"http://127.0.0.1:9/a/Patient/1")
                .replace("\"fullUrl\":\"" + person, "\"fullUrl\":\"http://127.0.0.1:9/a/Patient/1")
                .replace(
                        "\"code\":{\"text\":\"Low back pain\"},\"subject\":{\"reference\":\"http://127.0.0.1:9/a/Patient/1",
                        "\"code\":{\"text\":\"Low back pain\"},\"subject\":{\"reference\":\"" + subject)
                .replace("urn:uuid:1c3151bd-1cbf-4d64-b04d-cd9187a4c6e1", address);
        if (fault == null) {
            assertThatCode(() -> check(document)).doesNotThrowAnyException();
            return;
        }
        assertThat(refusal(document).issues()).singleElement().satisfies(issue -> {
            assertThat(issue.code() + ":" + issue.problem())
                    .startsWith("reception/" + fault.split(":", 2)[0])
                    .contains(fault.split(":", 2)[1]);
            assertThat(issue.expression()).containsExactly("Bundle.entry[2].resource");
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
