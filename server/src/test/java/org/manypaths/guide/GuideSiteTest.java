package org.manypaths.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.manypaths.guide.catalogue.Entry;
import org.manypaths.narrative.NarrativeWriter;
import org.manypaths.testkit.Fhir;

/** Every page of the guide that this build carries, made once and looked at from all sides. */
class GuideSiteTest {

    /** Put together from halves, so that this file does not name them either. */
    private static final Pattern UNDIGNIFIED =
            Pattern.compile("(?i)\\b(abu" + "sers?|add" + "icts?|junk" + "ies?|alco" + "holics)\\b");

    private static GuideSite site;
    private static Map<String, HtmlPage> pages;

    @BeforeAll
    static void visitEveryPageThatALinkLeadsTo() {
        site = GuideConfiguration.site(Fhir.CONTEXT, NarrativeWriter.fromClassPath());
        pages = new TreeMap<>();
        List<String> open = new ArrayList<>(List.of(""));
        while (!open.isEmpty()) {
            String path = open.remove(open.size() - 1);
            site.page(path).filter(page -> page.mediaType().equals(Page.HTML)).ifPresent(page -> {
                HtmlPage html = HtmlPage.parse(path, page.text());
                pages.put(path, html);
                html.pathsLinkedTo()
                        .filter(target -> !pages.containsKey(target) && !open.contains(target))
                        .filter(target -> !target.startsWith("../") && !target.matches("search|.*\\.(json|xml|tgz)"))
                        .forEach(open::add);
            });
        }
    }

    @Test
    void everyDefinitionAndExampleIsReachedFromTheStart() {
        assertThat(pages.keySet())
                .containsAll(
                        site.catalogue().entries().stream().map(Entry::path).toList());
    }

    /** Markup that is shown as text, and columns of tables in which nothing stands. */
    @Test
    void noPageShowsWhatIsOnlyMadeForPrograms() {
        List<String> faults = new ArrayList<>();
        pages.forEach((path, page) -> {
            page.cells()
                    .filter(cell -> cell.contains("</") || cell.equals("null"))
                    .forEach(cell -> faults.add(path + ": " + cell));
            page.emptyColumns().forEach(column -> faults.add(path + ": nothing in " + column));
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void everyLinkInsideTheGuideLeadsToAPage() {
        List<String> dead = new ArrayList<>();
        pages.forEach((path, page) -> page.pathsLinkedTo()
                .filter(target -> !target.equals("../assets/manypaths.css") && !target.equals("search"))
                .filter(target ->
                        !pages.containsKey(target) && site.page(target).isEmpty())
                .forEach(target -> dead.add(path + " -> " + target)));
        assertThat(dead).isEmpty();
    }

    @Test
    void everyAnchorThatALinkNamesIsThere() {
        List<String> dead = new ArrayList<>();
        pages.forEach((path, page) -> page.anchorsLinkedTo().forEach((target, anchors) -> anchors.stream()
                .filter(anchor ->
                        pages.containsKey(target) && !pages.get(target).ids().contains(anchor))
                .forEach(anchor -> dead.add(path + " -> " + target + "#" + anchor))));
        assertThat(dead).isEmpty();
    }

    @Test
    void noIdStandsTwiceOnAPage() {
        assertThat(pages.values()).allSatisfy(page -> assertThat(page.ids()).doesNotHaveDuplicates());
    }

    @Test
    void noPageLoadsAnythingButItsStylesheet() {
        assertThat(pages.values()).allSatisfy(page -> assertThat(page.loaded())
                .allMatch(address -> address.matches("(\\.\\./)+assets/manypaths\\.css\\?v=[0-9a-f]+")));
    }

    @Test
    void noPageNeedsScriptOrStyleOfItsOwn() {
        assertThat(pages.values()).allSatisfy(page -> assertThat(page.inline()).isEmpty());
    }

    @Test
    void headingsGoDownOneLevelAtATime() {
        assertThat(pages.values()).allSatisfy(page -> {
            List<Integer> levels = page.headingLevels();
            assertThat(levels.get(0)).isEqualTo(1);
            assertThat(levels.stream().filter(level -> level == 1)).hasSize(1);
            assertThat(Stream.iterate(1, i -> i < levels.size(), i -> i + 1))
                    .allMatch(i -> levels.get(i) <= levels.get(i - 1) + 1, page.path());
        });
    }

    @Test
    void everyPageSpeaksOfPeopleWithDignity() {
        assertThat(pages.values()).allSatisfy(page -> assertThat(page.text()).doesNotContainPattern(UNDIGNIFIED));
    }

    @Test
    void everyDefinitionIsThereAsJsonAndXml() {
        for (Entry entry : site.catalogue().entries()) {
            assertThat(site.page(entry.path() + ".json").map(Page::text)).contains(entry.json());
            assertThat(site.page(entry.path() + ".xml").map(Page::text).orElse(""))
                    .startsWith("<" + entry.type() + " xmlns=\"http://hl7.org/fhir\">");
        }
    }

    @Test
    void pageOfAnExampleTellsItInTheWordsThatTheServerStores() {
        assertThat(page("Observation/rosa-stage-alcohol-day-5").text())
                .containsSubsequence(
                        "As people read it",
                        "“Two beers with dinner",
                        "Alcohol: Getting ready for a change (Preparation)",
                        "Content");
    }

    @Test
    void namesThatWoundStandBehindOurOwn() {
        assertThat(page("Condition/rosa-alcohol-use").text())
                .containsSubsequence(
                        "Alcohol use disorder, moderate or severe F10.20",
                        "officially: Alcohol dependence, uncomplicated");
        assertThat(pages.values())
                .filteredOn(page -> page.path().startsWith("ValueSet/"))
                .anySatisfy(page -> assertThat(page.text())
                        .contains("Official display")
                        .containsSubsequence(
                                "Opioid use disorder, moderate or severe", "Opioid dependence, uncomplicated"));
    }

    @Test
    void pageOfAProfileSaysWhatTheProfileSays() {
        HtmlPage page = page("StructureDefinition/ihrp-stage-of-change");
        assertThat(page.row("key-Observation.subject"))
                .contains("must support", "1..1", "exactly one", "Reference to Patient");
        assertThat(page.row("key-Observation.value[x]"))
                .contains("CodeableConcept", "One of Stage of change (required)");
        assertThat(page.row("key-Observation.component:substance.code")).contains("Always", "substance");
        assertThat(page.row("rule-soc-1"))
                .contains(
                        "refused", "A stage of change is about exactly one substance or one behaviour", "count() = 1");
        assertThat(page.row("rule-soc-3")).contains("warned");
        assertThat(page.text())
                .contains(
                        "Each observation must have",
                        "us-core-observation-screening-assessment",
                        "Amendment by the person");
    }

    @Test
    void pageOfACodeSystemGivesMeaningAndCounterpartOfEachCode() {
        assertThat(page("CodeSystem/ihrp-stage-of-change").row("preparation"))
                .contains("Preparation", "Intends to act soon", "134412001", "SNOMED CT", "means the same");
    }

    @Test
    void pageOfAValueSetSaysWhereItIsUsed() {
        assertThat(page("ValueSet/ihrp-stage-of-change").text())
                .contains("Precontemplation", "Stage of change", "Observation.value[x]");
    }

    @Test
    void pageOfAnExtensionSaysWhereItMayStand() {
        assertThat(page("StructureDefinition/ihrp-plan-agreement").text()).contains("May stand in CarePlan");
    }

    @Test
    void pageOfASearchParameterShowsHowToAsk() {
        assertThat(page("SearchParameter/ihrp-substance-stage").text())
                .contains("GET [base]/Observation?substance-stage=[first]$[second]");
    }

    @Test
    void packageIsThereUnderItsName() {
        assertThat(site.page("org.manypaths.ihrp-0.1.0.tgz").map(Page::mediaType))
                .contains(Page.ARCHIVE);
    }

    @Test
    void searchFindsADefinitionByAWordOfItsDescription() {
        assertThat(HtmlPage.parse("search", site.search("psychotherapy peer").text())
                        .pathsLinkedTo())
                .contains("StructureDefinition/ihrp-service-request");
    }

    @Test
    void searchEscapesWhatWasAsked() {
        assertThat(site.search("\"><b>x").text()).doesNotContain("<b>x");
    }

    @Test
    void unknownPathHasNoPageButWordsAboutIt() {
        assertThat(site.page("StructureDefinition/nothing")).isEmpty();
        HtmlPage missing = HtmlPage.parse("a/b/c", site.missing("a/b/c").text());
        assertThat(missing.text()).contains("This page is not in the guide", "/guide/a/b/c");
        assertThat(missing.pathsLinkedTo()).contains("profiles");
    }

    private static HtmlPage page(String path) {
        return Objects.requireNonNull(pages.get(path), path);
    }
}
