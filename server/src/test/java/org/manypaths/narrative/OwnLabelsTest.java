package org.manypaths.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.junit.jupiter.api.Test;
import org.manypaths.testkit.Fhir;

class OwnLabelsTest {

    private static final Path TERMINOLOGY = Path.of("..", "terminology");
    private static final Pattern ROW = Pattern.compile("([^,]+),([^,]+),(\"[^\"]*\"|[^,]*)(?:,.*)?");

    /** What makes a name wound: a habit of speech, not the thing that is named. */
    private static final Pattern WOUNDS = Pattern.compile("(?i)\\b(ab" + "use|mis" + "uses?|add" + "iction|alco"
            + "holism|" + "(?:non)?depend" + "en(?:t|ce)|drug user|cl" + "eans?|rela" + "pse|f"
            + "ail(?:ed|ure)|non-?compl" + "ian(?:t|ce))\\b");

    /** What was done to a person is called by its name. */
    private static final Pattern VIOLENCE = Pattern.compile("(?i)sexual assault|domestic violence");

    private static final OwnLabels LABELS = OwnLabels.fromClassPath();

    @Test
    void everyOfficialNameThatWoundsHasALabel() {
        assertThat(rows("sources.csv"))
                .filteredOn(row -> WOUNDS.matcher(row.getDisplay()).find())
                .filteredOn(row -> !VIOLENCE.matcher(row.getDisplay()).find())
                .hasSizeGreaterThan(100)
                .allSatisfy(
                        row -> assertThat(LABELS.find(row)).as(row.getDisplay()).isPresent());
    }

    @Test
    void noLabelWounds() {
        assertThat(rows("own-labels.csv")).extracting(Coding::getDisplay).allSatisfy(label -> assertThat(
                        label.replace("without dependence", ""))
                .doesNotContainPattern(WOUNDS));
    }

    @Test
    void everyLabelIsOfACodeThatTheGuideKnows() {
        List<String> known =
                rows("sources.csv").stream().map(OwnLabelsTest::key).toList();
        assertThat(rows("own-labels.csv").stream().map(OwnLabelsTest::key))
                .isSubsetOf(known)
                .doesNotHaveDuplicates();
    }

    @Test
    void labelIsReadAndOfficialNameStays() {
        Condition condition = new Condition();
        condition.getCode().addCoding(new Coding("http://snomed.info/sct", "75544000", "Opioid dependence (disorder)"));
        condition.setText(Told.WRITER.narrative(condition));
        assertThat(condition.getText().getDiv().allText())
                .contains("Opioid use disorder")
                .doesNotContain("dependence");
        assertThat(Fhir.CONTEXT.newJsonParser().encodeResourceToString(condition))
                .contains("\"display\":\"Opioid dependence (disorder)\"");
    }

    private static String key(Coding row) {
        return row.getSystem() + "|" + row.getCode();
    }

    private static List<Coding> rows(String table) {
        return Told.text(TERMINOLOGY.resolve(table))
                .lines()
                .skip(1)
                .map(OwnLabelsTest::row)
                .toList();
    }

    private static Coding row(String line) {
        Matcher row = ROW.matcher(line);
        assertThat(row.matches()).as(line).isTrue();
        return new Coding(row.group(1), row.group(2), row.group(3).replace("\"", ""));
    }
}
