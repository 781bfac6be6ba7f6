package org.manypaths.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.manypaths.testkit.Stories;

/** Every concept of practice on the guide's page is shown by an example of the stories, found by the search beside it. */
class ConceptsPageIT extends PartnerIT {

    private static final Path PAGE = Path.of("../profiles/input/pagecontent/concepts.md");
    private static final int CONCEPTS = 15;

    record Row(String concept, String home, String search, String example) {}

    @BeforeEach
    void people() {
        Stories.store(http());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void searchFindsTheExample(Row row) {
        assertThat(found(row.search() + (row.search().contains("?") ? "&_count=200" : "?_count=200")))
                .contains(row.example());
    }

    @Test
    void everyConceptHasAHomeAndASearch() {
        assertThat(rows().filter(row -> !row.concept().isEmpty()))
                .hasSize(CONCEPTS)
                .allMatch(row -> row.home().contains("`ihrp-"));
        assertThat(rows())
                .allMatch(row -> !row.search().isEmpty() && !row.example().isEmpty());
    }

    static Stream<Row> rows() {
        try {
            List<Row> rows = new ArrayList<>();
            for (String line : Files.readAllLines(PAGE)) {
                if (line.startsWith("|") && line.contains("GET [base]/")) {
                    List<String> cells = Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .toList();
                    rows.add(new Row(cells.get(1), cells.get(2), code(cells.get(3)), code(cells.get(4))));
                }
            }
            return rows.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String code(String cell) {
        return cell.replace("`", "").replace("GET [base]/", "");
    }
}
