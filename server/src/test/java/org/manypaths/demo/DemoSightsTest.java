package org.manypaths.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.manypaths.address.AddressSettings;
import org.manypaths.address.PublicAddress;
import org.manypaths.startpage.Person;
import org.manypaths.testkit.Fhir;
import org.springframework.mock.env.MockEnvironment;

/** What the start page of the demo gets to show, from the very stories that the demo tells. */
class DemoSightsTest {

    private final MockEnvironment environment = new MockEnvironment().withProperty("local.server.port", "4711");
    private final DemoSights sights = new DemoSights(
            new DemoStories(Fhir.CONTEXT),
            new PublicAddress(new AddressSettings(null), environment),
            new TokenCommandLine(environment));

    @Test
    void tellsTheBeginningOfEveryStoryInPlainText() {
        assertThat(sights.people())
                .extracting(Person::story)
                .allSatisfy(story -> assertThat(story).isNotBlank().doesNotContain("](", ".json", "**", "`"));
        assertThat(sights.people()).extracting(Person::story).anySatisfy(story -> assertThat(story)
                .endsWith("Three questions about drinking add up to nine of twelve."));
    }

    @Test
    void namesEverybodyAndSomebodyWithoutANameByTheStory() {
        assertThat(sights.people())
                .extracting(Person::name)
                .contains("Arthur Lindqvist", "The caller")
                .allSatisfy(name -> assertThat(name).isNotBlank().doesNotContain("null"));
    }

    @Test
    void leadsToTheApiPage() {
        assertThat(sights.apiPage()).hasValue("http://127.0.0.1:4711/fhir/swagger-ui/");
    }

    @ParameterizedTest
    @CsvSource({
        "a [link](There.json) and [another](../x.md) one, a link and another one",
        "**Harbour House** has *eight* beds, Harbour House has eight beds",
        "the code `F11.20` stands, the code F11.20 stands",
        "2 * 3 * 4 [sic] (so), 2 * 3 * 4 [sic] (so)"
    })
    void keepsTheWordsOfMarkdownAlone(String markdown, String words) {
        assertThat(DemoStories.plain(markdown)).isEqualTo(words);
    }
}
