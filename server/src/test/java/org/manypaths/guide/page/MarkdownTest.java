package org.manypaths.guide.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.manypaths.guide.catalogue.Catalogue;

class MarkdownTest {

    private final Markdown markdown = new Markdown(Catalogue.of(
            List.of("{\"resourceType\": \"ValueSet\", \"id\": \"ihrp-a\", \"url\": \"http://a/ValueSet/ihrp-a\"}"),
            List.of("{\"resourceType\": \"Goal\", \"id\": \"housing\"}")));

    @Test
    void letsNoHtmlOfATextThrough() {
        assertThat(markdown.html("a <img src=x onerror=y> b", "", 0)).doesNotContain("<img");
    }

    @Test
    void letsNoScriptIntoALink() {
        assertThat(markdown.html("[a](javascript:alert)", "", 0)).doesNotContain("javascript");
    }

    @Test
    void makesALinkOfTheNameOfADefinition() {
        assertThat(markdown.html("see `ihrp-a`", "../", 0))
                .contains("<a href=\"../ValueSet/ihrp-a\"><code>ihrp-a</code></a>");
    }

    @Test
    void leavesOtherCodeAlone() {
        assertThat(markdown.html("see `ihrp-b`", "../", 0)).contains("see <code>ihrp-b</code>");
    }

    @Test
    void leadsFromTheFileOfAnExampleToItsPage() {
        assertThat(markdown.html("[a home](Goal-housing.json)", "../", 0)).contains("href=\"../Goal/housing\"");
    }

    @Test
    void givesTheColumnsOfATableTheirScope() {
        assertThat(markdown.html("|a|b|\n|-|-|\n|1|2|\n", "", 0)).contains("<th scope=\"col\">a</th>");
    }

    @Test
    void movesHeadingsBelowThoseOfThePage() {
        assertThat(markdown.html("## Day three", "", 1)).contains("<h3 id=\"day-three\">Day three</h3>");
    }
}
