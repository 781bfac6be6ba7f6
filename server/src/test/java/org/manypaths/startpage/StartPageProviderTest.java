package org.manypaths.startpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.manypaths.address.AddressSettings;
import org.manypaths.address.PublicAddress;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletResponse;

/** The page of a server that has something to show. */
class StartPageProviderTest {

    private final PublicAddress address = new PublicAddress(new AddressSettings(null), new MockEnvironment());

    @Test
    void linksTheApiPageWhereThereIsOne() {
        assertThat(page(new Shown())).contains("<a href=\"/fhir/try-out/\">The API page</a>");
        assertThat(page(new PlainSights(address))).doesNotContain("API page");
    }

    @Test
    void linksTheGuide() {
        assertThat(page(new PlainSights(address))).contains("<a href=\"guide/\">The guide</a>");
    }

    @Test
    void showsThePeopleByName() {
        assertThat(page(new Shown()))
                .contains("<h3>The caller</h3>", "aria-label=\"The caller: everything on record\"")
                .contains("<p>The telephone rings.</p>");
    }

    private String page(Sights sights) {
        return String.valueOf(new StartPageProvider(address, sights)
                .page(new MockHttpServletResponse())
                .getBody());
    }

    private static final class Shown implements Sights {

        @Override
        public List<Sight> commands() {
            return List.of();
        }

        @Override
        public List<Person> people() {
            return List.of(new Person("The caller", "The telephone rings.", "curl"));
        }

        @Override
        public Optional<String> apiPage() {
            return Optional.of("/fhir/try-out/");
        }
    }
}
