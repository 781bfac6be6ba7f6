package org.manypaths.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
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
}
