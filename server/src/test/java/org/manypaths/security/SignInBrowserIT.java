package org.manypaths.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.manypaths.testkit.Accessibility;
import org.manypaths.testkit.Chromium;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.TestClients;
import org.manypaths.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;

/** Signing in, choosing a person and allowing an app, as a person does it: in a browser, by the keyboard, without scripts. */
class SignInBrowserIT extends ServerIT {

    private static final String PASSWORD = "a long password for tests";
    private static final int NARROW = 320;

    @Autowired
    private Users users;

    private final List<String> violations = new ArrayList<>();

    @BeforeEach
    void registerAPractitioner() {
        if (users.find("bea").isEmpty()) {
            users.put("bea", "Bea", PASSWORD, Role.USER, "Practitioner/bea");
        }
    }

    @AfterEach
    void everyPageWasAccessible() {
        assertThat(violations).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void leadsToTheAppByTheKeyboard(ColorScheme colors) {
        try (BrowserContext context = Chromium.running()
                .newContext(new NewContextOptions().setColorScheme(colors).setViewportSize(NARROW, 640))) {
            Page page = context.newPage();
            page.route(
                    TestClients.REDIRECT + "**",
                    route -> route.fulfill(new FulfillOptions().setStatus(200).setBody("The app")));
            page.navigate("http://" + base().getAuthority() + "/oauth2/authorize?" + Tokens.encoded(request()));
            check(page, "sign-in");
            page.keyboard().type("bea");
            page.keyboard().press("Tab");
            page.keyboard().type("a wrong password");
            page.keyboard().press("Enter");
            page.waitForSelector("[role=alert]");
            check(page, "a wrong password");
            assertThat(page.locator("[role=alert]").textContent()).isNotBlank();
            page.fill("#name", "bea");
            page.fill("#password", PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL("**/choose-person**");
            check(page, "choose a person");
            page.fill("#patient", "rosa");
            page.keyboard().press("Enter");
            page.waitForSelector("text=Allow what is ticked");
            check(page, "allow an app");
            page.click("text=Allow what is ticked");
            page.waitForURL(TestClients.REDIRECT + "**");
            assertThat(page.url()).contains("code=", "state=mine");
        }
    }

    private void check(Page page, String name) {
        violations.addAll(Accessibility.violations(page, name));
        int width = ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
        if (width > NARROW) {
            violations.add(name + " is " + width + " wide");
        }
    }

    private Map<String, String> request() {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("response_type", "code");
        request.put("client_id", TestClients.APP);
        request.put("redirect_uri", TestClients.REDIRECT);
        request.put("scope", "openid fhirUser launch/patient patient/*.rs");
        request.put("state", "mine");
        request.put("aud", base().toString());
        request.put("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
        request.put("code_challenge_method", "S256");
        return request;
    }
}
