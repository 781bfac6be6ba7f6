package org.manypaths.guide.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineRendererTest {

    private final LineRenderer renderer = new LineRenderer();

    @Test
    void escapesWhateverADefinitionSays() {
        String html = renderer.html(
                List.of(Line.of(Span.text("<script>x</script>"), Span.code("a & b"), Span.link("\"q\"", "x?a=\"><b>"))),
                "");
        assertThat(html)
                .isEqualTo("<span class=\"line\">&lt;script&gt;x&lt;/script&gt;<code>a &amp; b</code>"
                        + "<a href=\"x?a=&quot;&gt;&lt;b&gt;\">&quot;q&quot;</a></span>");
    }

    @Test
    void leadsInsideTheGuideFromWhereThePageLies() {
        assertThat(renderer.html(List.of(Line.of(Span.link("a", "ValueSet/a"))), "../"))
                .contains("href=\"../ValueSet/a\"");
    }

    @Test
    void saysWhichLinksLeaveTheGuide() {
        assertThat(renderer.html(List.of(Line.of(Span.link("a", "https://hl7.org/fhir/R4/goal.html"))), "../"))
                .contains("href=\"https://hl7.org/fhir/R4/goal.html\" rel=\"external\"");
    }

    @Test
    void keepsAnchorsOnTheirPage() {
        assertThat(renderer.html(List.of(Line.of(Span.link("a", "#rule-a"))), "../"))
                .contains("href=\"#rule-a\"");
    }
}
