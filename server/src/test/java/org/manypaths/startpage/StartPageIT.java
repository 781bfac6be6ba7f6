package org.manypaths.startpage;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.ServerIT;

/** What somebody sees who types the server's address into a browser. */
class StartPageIT extends ServerIT {

    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"]*)\"");

    @Test
    void saysWhereTheServerIsAndWhatToTry() {
        HttpResponse<String> page = browser().get("/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.body())
                .contains("<html lang=\"en\"", "<title>Many Paths</title>", "<main", "<h1>")
                .contains(base().toString())
                .contains("<code>curl &#39;" + base() + "/metadata&#39;</code>")
                .doesNotContain("Whom you can meet");
    }

    @Test
    void runsNothingAndAsksNobodyElse() {
        HttpResponse<String> page = browser().get("/");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'; style-src 'self'"));
        assertThat(page.body()).doesNotContainIgnoringCase("<script").doesNotContain("style=");
        List<URI> references = REFERENCE
                .matcher(page.body())
                .results()
                .map((MatchResult match) -> match.group(1))
                .map(URI::create)
                .toList();
        assertThat(references).isNotEmpty().allSatisfy(reference -> assertThat(reference.getHost())
                .isIn((String) null, base().getHost()));
    }

    @Test
    void isStyledFromHere() {
        HttpResponse<String> style = browser().get("/start.css");
        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(style.body()).contains(":focus-visible").doesNotContain("url(", "@import");
    }

    @Test
    void saysInJsonThatThereIsNothingElse() {
        for (String accept : List.of("text/html", "application/fhir+json", "*/*")) {
            HttpResponse<String> nothing = browser()
                    .send(browser()
                            .request("/nothing-here")
                            .setHeader("Accept", accept)
                            .GET());
            assertThat(nothing.statusCode()).isEqualTo(404);
            assertThat(nothing.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).contains("json"));
            assertThat(nothing.body()).contains("OperationOutcome").doesNotContain("nothing-here");
        }
    }

    private Http browser() {
        return new Http(URI.create(base().toString().replaceAll("/fhir$", "")));
    }
}
