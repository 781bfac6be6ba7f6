package org.manypaths.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody holds in their hands: whole words, no heading without what it heads, and nothing lost unsaid. */
class HandoffPdfTest {

    private static final Bundle DOCUMENT = Rosa.story().document();
    private static final String ADDRESS = "https://open-door.example/" + "abcdefghij".repeat(14);

    @Test
    void everyWordOfATableStaysWhole() {
        List<String> words = PrintedPages.cells(DOCUMENT).stream()
                .flatMap(cell -> Arrays.stream(cell.split("[\\s-]+")))
                .filter(word -> word.length() <= 18)
                .distinct()
                .toList();
        assertThat(words).hasSizeGreaterThan(100).contains("Substance", "Complementary", "(Precontemplation)");
        assertThat(PrintedPages.of(DOCUMENT).words()).containsAll(words);
    }

    @Test
    void everyPageSaysWhoseItIs() {
        PrintedPages pages = PrintedPages.of(DOCUMENT);
        assertThat(pages.heads())
                .hasSizeGreaterThan(4)
                .containsOnly("Handoff: Rosa María Delgado, born 17 June 1984, MP-1041");
    }

    @Test
    void aBirthThatIsNotToldIsToldAsThat() {
        DateType birth = new DateType();
        birth.addExtension(new Extension("http://hl7.org/fhir/StructureDefinition/data-absent-reason"));
        PrintedPages pages = PrintedPages.of(Rosa.story()
                .change(Patient.class, "rosa", rosa -> rosa.setBirthDateElement(birth))
                .document());
        assertThat(pages.heads()).containsOnly("Handoff: Rosa María Delgado, born not told, MP-1041");
    }

    @Test
    void aWordThatNoColumnHoldsIsBrokenAndNotCutOff() {
        PrintedPages pages = PrintedPages.of(Rosa.story()
                .change(ServiceRequest.class, "rosa-peer", peer -> peer.setPatientInstruction(ADDRESS))
                .document());
        assertThat(pages.text().replaceAll("\\s", "")).contains(ADDRESS);
        assertThat(pages.widest()).isLessThan(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 3", "0, 6", "0, 9", "0, 12", "0, 28", "60, 2", "60, 14"})
    void nothingIsAnnouncedAtTheFootOfAPage(int scores, int lines) {
        Bundle document = longer(scores, lines);
        Set<String> headings = PrintedPages.headings(document);
        assertThat(headings).contains("Medicines", "The team", "Who Does what At Telephone", "Overdose: fentanyl");
        assertThat(PrintedPages.of(document).lastLines()).hasSizeGreaterThan(4).doesNotContainAnyElementsOf(headings);
    }

    @Test
    void aListBeginsWithMoreThanOneOfItsLines() {
        assertThat(PrintedPages.of(DOCUMENT).lastLines()).noneMatch(line -> line.contains("Now: Uses at present"));
    }

    @Test
    void aTableThatGoesOnTellsItsColumnsAgain() {
        assertThat(PrintedPages.of(longer(60, 0)).firstLines()).contains("When Scale Score Band");
    }

    @Test
    void whatTheFontLacksIsCountedAndSaid() {
        PrintedPages pages = PrintedPages.of(Rosa.story()
                .change(
                        ServiceRequest.class,
                        "rosa-peer",
                        peer -> peer.setPatientInstruction("Łódź, ёлка, мир: 罗莎 👩‍👧 سلام"))
                .document());
        assertThat(pages.text())
                .contains(
                        "7 characters could not be printed here, each of them stands as □.",
                        "They can be read on the web page of this document and in the FHIR document itself.",
                        "Łódź, ёлка, мир: □□ □ □□□□")
                .doesNotContain("#");
    }

    @Test
    void oneCharacterIsOne() {
        assertThat(PrintedPages.of(Rosa.story()
                                .change(
                                        ServiceRequest.class,
                                        "rosa-peer",
                                        peer -> peer.setPatientInstruction("Ring ☎️ him"))
                                .document())
                        .text())
                .contains("1 character could not be printed here and stands as □. It can be read");
    }

    @Test
    void aNameThatCannotBePrintedStaysInTheTitleOfTheFile() {
        PrintedPages pages = PrintedPages.of(Rosa.story()
                .change(Patient.class, "rosa", rosa -> rosa.getName().forEach(name -> name.setText("罗莎")))
                .document());
        assertThat(pages.title()).contains("罗莎");
        assertThat(pages.text()).contains("Handoff of □□ from Harbour House");
    }

    @ParameterizedTest
    @ValueSource(strings = {"could not be printed", "□", "#"})
    void nothingIsSaidWhereNothingIsMissing(String words) {
        assertThat(PrintedPages.of(DOCUMENT).text()).doesNotContain(words);
    }

    @Test
    void thePrinterSpeaksThroughTheLogOfTheServer() {
        PrintedPages.of(DOCUMENT);
        assertThat(XRLog.getLoggerImpl()).isInstanceOf(Slf4jLogger.class);
    }

    /** Moves everything down the pages, and fills more than one with a table. */
    private static Bundle longer(int scores, int lines) {
        Rosa story = Rosa.story()
                .change(
                        RiskAssessment.class,
                        "rosa-overdose-risk",
                        risk -> risk.setMitigation("Not alone. ".repeat(9 * lines)));
        for (int i = 0; i < scores; i++) {
            Observation score =
                    story.the(Observation.class, "rosa-withdrawal-2").copy();
            score.setId("Observation/rosa-withdrawal-more-" + i);
            score.setEffective(new DateTimeType("2026-01-07T%02d:00:00-05:00".formatted(i % 24)));
            story.with(score);
        }
        return story.document();
    }
}
