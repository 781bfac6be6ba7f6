package org.manypaths.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.SearchParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.manypaths.conformance.Canonical;

/** What {@code docs/searching.md} tells partners to type works as it stands there. */
class SearchingPageIT extends PartnerIT {

    private static final Pattern EXAMPLE = Pattern.compile("GET \\[base]/([^\\s`]+)");

    /** People of the stories are not loaded here, so what is read or kept track of under their ids is not there. */
    private static final Pattern NEEDS_A_PERSON = Pattern.compile("[A-Za-z]+/[a-z0-9-]+(/.*)?");

    @ParameterizedTest
    @MethodSource("searches")
    void searchIsUnderstood(String example) {
        assertThat(http().get("/" + typed(example)))
                .satisfies(answer ->
                        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200));
    }

    @Test
    void tellsOfEverySearchParameterOfOurs() {
        Bundle parameters = client().search()
                .byUrl("SearchParameter?url:below=" + Canonical.BASE + "/SearchParameter&_count=200")
                .returnBundle(Bundle.class)
                .execute();
        List<String> told = examples().toList();
        assertThat(parameters.getEntry())
                .isNotEmpty()
                .extracting(entry -> ((SearchParameter) entry.getResource()).getCode())
                .allMatch(code -> told.stream().anyMatch(example -> example.matches(".*[?&:]" + code + "[:=].*")));
    }

    static Stream<String> searches() {
        return examples().filter(example -> !NEEDS_A_PERSON.matcher(example).matches());
    }

    private static Stream<String> examples() {
        try {
            String page = Files.readString(Path.of("../docs/searching.md"));
            return EXAMPLE.matcher(page).results().map((MatchResult result) -> result.group(1)
                    .replace("\\|", "|"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
