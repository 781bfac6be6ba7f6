package org.manypaths.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.Http;
import org.manypaths.testkit.ServerIT;

class GuideIT extends ServerIT {

    private static final String PROFILE = "/guide/StructureDefinition/ihrp-stage-of-change";

    @Test
    void sendsTheFolderToItsStartPage() {
        HttpResponse<String> response = get("/guide", "text/html");
        assertThat(response.statusCode()).isEqualTo(308);
        assertThat(response.headers().firstValue("Location")).contains("guide/");
        assertThat(get("/guide/", "text/html").body()).contains("Integrative addiction treatment plans");
    }

    @Test
    void showsAProfileToABrowser() {
        HttpResponse<String> response = get(PROFILE, "text/html,application/xhtml+xml,*/*;q=0.8");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(response.body()).contains("<h1>Stage of change</h1>");
    }

    @Test
    void givesAProgramTheDefinitionAtTheSameAddress() {
        HttpResponse<String> response = get(PROFILE, "application/fhir+json");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/fhir+json;charset=UTF-8");
        StructureDefinition profile =
                Fhir.CONTEXT.newJsonParser().parseResource(StructureDefinition.class, response.body());
        assertThat(profile.getUrl()).endsWith("/StructureDefinition/ihrp-stage-of-change");
    }

    @Test
    void letsABrowserRunNothingAndLoadNothingFromElsewhere() {
        List<String> policies = get(PROFILE, "text/html").headers().allValues("Content-Security-Policy");
        assertThat(policies)
                .containsExactly("default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';"
                        + " frame-ancestors 'none'");
    }

    @Test
    void answersUnchangedPagesWithoutTheirContent() {
        HttpResponse<String> first = get(PROFILE, "text/html");
        String etag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> second = site().send(
                        site().request(PROFILE).setHeader("Accept", "text/html").header("If-None-Match", etag));
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(first.headers().allValues("Cache-Control")).containsExactly("max-age=300, public");
    }

    @Test
    void keepsTheStylesheetUnderAnAddressThatChangesWithIt() {
        String page = get(PROFILE, "text/html").body();
        String address = page.replaceFirst("(?s).*href=\"((?:\\.\\./)+assets/[^\"]+)\".*", "$1");
        HttpResponse<String> style = get(URI.create(PROFILE).resolve(address).toString(), "text/css,*/*;q=0.1");
        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(style.headers().firstValue("Content-Type")).contains("text/css");
        assertThat(style.headers().allValues("Cache-Control")).containsExactly("max-age=31536000, public");
    }

    @Test
    void saysInWordsThatAPageIsNotThere() {
        HttpResponse<String> response = get("/guide/StructureDefinition/nothing", "text/html");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("This page is not in the guide");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void searchesByAPlainAddress() {
        assertThat(get("/guide/search?q=stage+of+change", "text/html").body())
                .contains("href=\"StructureDefinition/ihrp-stage-of-change\"");
    }

    @Test
    void givesOutThePackage() {
        HttpResponse<String> response = get("/guide/org.manypaths.ihrp-0.1.0.tgz", "*/*");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/gzip");
    }

    private HttpResponse<String> get(String path, String accept) {
        return site().send(site().request(path).setHeader("Accept", accept));
    }

    private Http site() {
        return new Http(URI.create("http://" + base().getAuthority()));
    }
}
