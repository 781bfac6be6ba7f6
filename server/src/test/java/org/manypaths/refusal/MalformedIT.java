package org.manypaths.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.manypaths.testkit.RawHttp;
import org.manypaths.testkit.RawHttp.Answer;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;
import org.manypaths.testkit.Tokens;

/** What cannot be read is refused in words, wherever it stands: line, header, parameter, body, or entry of a Bundle. */
class MalformedIT extends ServerIT {

    private static final Path TABLE = Path.of("src/test/resources/refusal/malformed.tsv");
    private static final int INTERNAL = 500;

    static Stream<String> requests() throws IOException {
        return Files.readAllLines(TABLE).stream();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void isRefusedInWords(String line) {
        String[] row = line.split("\t", -1);
        Answer answer = raw().send(row[2], row[3], row[4], row[5]);
        assertThat(answer.status() + " " + answer.code()).as(answer.body()).isEqualTo(row[0] + " " + row[1]);
        assertThat(answer.body()).contains("OperationOutcome").doesNotContain("java.", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{}]", "\"Patient\"", "5"})
    void saysOfJsonThatIsNoResourceThatItIsThat(String body) {
        for (String path : List.of("/Patient", "/$receive-handoff")) {
            Answer answer = raw().send("POST", path, "-", body);
            assertThat(answer.status() + " " + answer.code()).as(answer.body()).isEqualTo("400 request/not-fhir");
            assertThat(answer.body())
                    .contains("The body is JSON, and no resource.")
                    .doesNotContain("XML");
        }
    }

    @Test
    void showsNoHistoryToWhoeverWouldDeleteIt() {
        Answer answer = raw().send("DELETE", "/Patient/any/_history", "-", "");
        assertThat(answer.status() + " " + answer.code()).as(answer.body()).isEqualTo("405 request/method");
    }

    @Test
    void takesAByteOrderMarkForNothing() {
        Answer answer = raw().send("POST", "/Patient", "-", "\uFEFF{\"resourceType\":\"Patient\",\"active\":true}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    @Test
    void keepsTwoListsOfOneElementInStepByNull() {
        Answer answer = raw().send("POST", "/Patient", "-", """
                {"resourceType":"Patient","name":[{"given":["Ana",null],"_given":[null,
                {"extension":[{"url":"http://example.org/unknown","valueCode":"asked"}]}]}]}""");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).contains("Ana", "asked");
    }

    /** Whatever is broken in it by chance, a request is the sender's to mend and never the server's failure. */
    @Test
    void neverFailsAtWhatChanceBreaks() throws IOException {
        Random chance = new Random(20261126);
        List<String> lines = new ArrayList<>(Files.readAllLines(TABLE));
        RawHttp raw = raw();
        for (int i = 0; i < 1000; i++) {
            String[] row = lines.get(chance.nextInt(lines.size())).split("\t", -1);
            String path = chance.nextBoolean() ? broken(row[3], chance) : row[3];
            String body = row[5].equals("-") ? "-" : broken(row[5], chance);
            String method = row[2].equals("DELETE") ? "GET" : row[2];
            Answer answer = raw.send(method, path.replaceAll("[\\s\\x00-\\x1f]", "+"), row[4], body);
            assertThat(answer.status())
                    .as(method + " " + path + " " + row[4] + " " + body + "\n" + answer.body())
                    .isLessThan(INTERNAL);
        }
    }

    /** With one piece of it left out, doubled, or put in the place of another. */
    private static String broken(String text, Random chance) {
        if (text.isEmpty()) {
            return text;
        }
        int from = chance.nextInt(text.length());
        int to = Math.min(text.length(), from + 1 + chance.nextInt(4));
        String piece = text.substring(from, to);
        return switch (chance.nextInt(3)) {
            case 0 -> text.substring(0, from) + text.substring(to);
            case 1 -> text.substring(0, to) + piece + text.substring(to);
            default -> text.substring(0, from) + new StringBuilder(piece).reverse() + text.substring(to);
        };
    }

    private RawHttp raw() {
        return new RawHttp(base(), Tokens.of(base(), TestClients.OPERATOR));
    }
}
