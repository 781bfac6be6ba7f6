package org.manypaths.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manypaths.guide.catalogue.Section;
import org.manypaths.testkit.Accessibility;
import org.manypaths.testkit.Chromium;
import org.manypaths.testkit.ServerIT;
import org.springframework.beans.factory.annotation.Autowired;

/** The guide in a browser: for people who listen to it, use the keyboard, a telephone, or no JavaScript. */
class GuideBrowserIT extends ServerIT {

    @Autowired
    private GuidePages pages;

    private BrowserContext context;
    private Page page;
    private final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void openAWindow() {
        openAWindow(new NewContextOptions());
    }

    private void openAWindow(NewContextOptions options) {
        context = Chromium.running().newContext(options);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
    }

    @AfterEach
    void closeTheWindow() {
        context.close();
    }

    @Test
    void everyKindOfPageIsAccessible() {
        List<String> violations = new ArrayList<>();
        for (String path : oneOfEachKind().toList()) {
            open(path);
            unfoldEverything();
            violations.addAll(violations(path));
        }
        assertThat(violations).isEmpty();
        assertThat(complaints).filteredOn(text -> !text.contains("404")).isEmpty();
    }

    @Test
    void pagesAreAccessibleInTheDark() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        List<String> violations = new ArrayList<>();
        for (String path : List.of("", "StructureDefinition/ihrp-stage-of-change", "search?q=alcohol")) {
            open(path);
            violations.addAll(violations(path));
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void nothingRunsOverTheEdgeOfANarrowWindow() {
        page.setViewportSize(320, 640);
        List<String> tooWide = new ArrayList<>();
        for (String path : oneOfEachKind().toList()) {
            open(path);
            unfoldEverything();
            int width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
            if (width > 320) {
                tooWide.add(path + " is " + width + " wide");
            }
        }
        assertThat(tooWide).isEmpty();
    }

    @Test
    void keyboardSkipsToTheContentAndShowsWhereItIs() {
        open("StructureDefinition/ihrp-stage-of-change");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.textContent")).isEqualTo("Skip to the content");
        assertThat(page.locator(".skip").boundingBox().y).isNotNegative();
        assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
        page.keyboard().press("Enter");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("content");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.closest('main') !== null"))
                .isEqualTo(true);
    }

    @Test
    void searchWorksWithoutJavaScript() {
        context.close();
        openAWindow(new NewContextOptions().setJavaScriptEnabled(false));
        open("");
        page.fill("#q", "ambivalence");
        page.keyboard().press("Enter");
        page.waitForURL("**/guide/search?q=ambivalence");
        assertThat(page.locator(".entries a").first().textContent()).containsIgnoringCase("ambivalence");
    }

    @Test
    void paperShowsTheContentAndNoMenu() {
        open("StructureDefinition/ihrp-care-plan");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".menu").isVisible()).isFalse();
        assertThat(page.locator(".search").isVisible()).isFalse();
        assertThat(page.locator("h1").isVisible()).isTrue();
    }

    /** One page of each kind, the fullest that there is. */
    private Stream<String> oneOfEachKind() {
        Stream<String> entries = Stream.of(Section.values())
                .flatMap(section -> pages.catalogue().section(section).stream()
                        .max(Comparator.comparingInt(entry -> entry.json().length()))
                        .stream())
                .map(entry -> entry.path());
        Stream<String> others =
                Stream.of("", "profiles", "examples", "conformance", "install", "search?q=alcohol", "not/there");
        return Stream.concat(others, Stream.concat(pages.stories(), entries));
    }

    private void open(String path) {
        page.navigate("http://" + base().getAuthority() + "/guide/" + path);
    }

    private void unfoldEverything() {
        page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)");
    }

    private List<String> violations(String path) {
        return Accessibility.violations(page, path);
    }
}
