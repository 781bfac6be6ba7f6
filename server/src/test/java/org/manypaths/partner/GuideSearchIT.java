package org.manypaths.partner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.manypaths.testkit.Stories;

/** Each search parameter of the guide finds what it should among the people of the stories, and leaves out the rest. */
class GuideSearchIT extends PartnerIT {

    private static final Path TESTS = Path.of("src/test/java");
    private static final Path PARAMETERS = Path.of("../profiles/resources");
    private static final Path TABLE = Path.of("src/test/resources/partner/guide-searches.tsv");

    /** Two parameters taken over from US Core are tested there, with records made for it. */
    private static final Path TABLE_OF_US_CORE = Path.of("src/test/resources/partner/us-core-searches.tsv");

    @BeforeEach
    void people() {
        Stories.store(http());
    }

    /** Each line: the parameter, a search, what it finds, and a resource that it leaves out or a search that misses. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "/partner/guide-searches.tsv", delimiter = '\t', quoteCharacter = '`')
    void findsOneAndNotTheOther(String parameter, String query, String found, String other) {
        assertThat(found(query + "&_count=200")).contains(found).doesNotContain(other);
        if (other.contains("?")) {
            assertThat(found(other)).doesNotContain(found);
        } else {
            assertThat(http().get("/" + other).statusCode())
                    .as(other + " is there")
                    .isEqualTo(200);
        }
    }

    @Test
    void everySearchParameterOfTheGuideHasALine() throws IOException {
        Set<String> tested = new HashSet<>();
        Files.readAllLines(TABLE).forEach(line -> tested.add(line.split("\t", -1)[0]));
        List<String> lines = Files.readAllLines(TABLE_OF_US_CORE);
        try (Stream<Path> files = Files.list(PARAMETERS)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("SearchParameter-"))
                            .map(GuideSearchIT::read))
                    .hasSizeGreaterThan(25)
                    .allMatch(parameter -> tested.contains(parameter.path("id").asText())
                            || lines.stream()
                                    .anyMatch(line -> line.split("\t", -1)[1].matches(
                                            "(.*&)?" + parameter.path("code").asText() + "=.*"))
                            || isFoundAndMissedElsewhere(parameter.path("code").asText()));
        }
    }

    /** Where no story has a record of the kind, another test makes one, finds it and misses it. */
    private static boolean isFoundAndMissedElsewhere(String code) {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(file -> file.toString().endsWith("IT.java"))
                    .map(GuideSearchIT::text)
                    .anyMatch(test -> test.matches("(?s).*\\(\"" + code + "=.{1,80}isTrue\\(\\).*")
                            && test.matches("(?s).*\\(\"" + code + "=.{1,80}isFalse\\(\\).*"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"_sort=date,day-3 day-5 month-3", "_sort=-date,month-3 day-5 day-3"})
    void sortsTheStagesOfOneSubstance(String sort, String days) {
        assertThat(found("Observation?patient=Patient/rosa&substance=alcohol&stage:missing=false&" + sort))
                .containsExactlyElementsOf(Stream.of(days.split(" ", -1))
                        .map("Observation/rosa-stage-alcohol-"::concat)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "Observation?patient=Patient/rosa&substance-stage-current=alcohol$preparation&_include=Observation:patient,"
                + " Patient/rosa",
        "ServiceRequest?pertains-to-goal=Goal/rosa-thirty-again&_include=ServiceRequest:pertains-to-goal,"
                + " Goal/rosa-thirty-again",
        "Observation?driver=grief&_include=Observation:driver-evidence, Condition/rosa-grief",
        "Condition?contributes-to-use=Condition/rosa-opioid-use&_include=Condition:contributes-to-use,"
                + " Condition/rosa-opioid-use",
        "Task?output=Appointment/rosa-first-kept&_include=Task:input, DocumentReference/rosa-handoff",
        "CarePlan?agreement=partly&_include=CarePlan:custodian, Organization/riverside",
        "Goal?patient=Patient/rosa&goal-direction=safer-use&_revinclude=Procedure:pertains-to-goal,"
                + " Procedure/rosa-naloxone-kit",
        "Condition?patient=Patient/rosa&code=F11.20&_revinclude=Goal:addresses, Goal/rosa-thirty-days",
        "Condition?patient=Patient/rosa&code=F11.20&_revinclude=Condition:contributes-to-use, Condition/rosa-trauma",
        "RelatedPerson?_id=mina-ofelia&_revinclude=Procedure:education-recipient, Procedure/mina-ofelia-learned",
        "Observation?_id=rosa-return&_revinclude=CarePlan:supporting-info, CarePlan/rosa-week-4",
        "Patient?_id=mina&_revinclude=Goal:expressed-by, Goal/mina-door"
    })
    void bringsWhatHangsTogether(String query, String brought) {
        assertThat(found(query)).contains(brought);
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
