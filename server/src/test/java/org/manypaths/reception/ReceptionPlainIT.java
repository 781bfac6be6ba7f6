package org.manypaths.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.testkit.Outcome;

/** What is refused of documents of others as well. */
class ReceptionPlainIT extends ReceivingIT {

    @Test
    void refusesAScriptInADocumentOfOthersToo() {
        String running =
                "\"text\":{\"status\":\"additional\",\"div\":\"<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\">"
                        + "<script>x()</script></div>\"},";
        for (String type : List.of("Composition", "Condition", "AllergyIntolerance")) {
            String plain = PlainDocument.TEXT
                    .replace("NUMBER", UUID.randomUUID().toString())
                    .replaceFirst("(\"resourceType\":\"" + type + "\",)", "$1" + Matcher.quoteReplacement(running));
            assertThat(Outcome.codes(receiver().post("/$receive-handoff", plain), 422))
                    .as(type)
                    .containsExactly("validation/unsafe-narrative");
        }
    }

    /** What the parser and the validator would say of it are words for those who build them. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-02-01T10:00:00", "2026-02-01 10:00"})
    void saysInPlainWordsWhatIsNoMoment(String time) {
        String plain = PlainDocument.TEXT
                .replace("NUMBER", UUID.randomUUID().toString())
                .replace("\"timestamp\":\"2026-02-01T10:00:00Z\"", "\"timestamp\":\"" + time + "\"");
        HttpResponse<String> answer = receiver().post("/$receive-handoff", plain);
        assertThat(Outcome.codes(answer, 400)).containsExactly("reception/body");
        assertThat(answer.body())
                .contains("timestamp", time, "2026-01-12T09:45:00-05:00")
                .doesNotContain("regex", "attribute", "[element");
    }
}
