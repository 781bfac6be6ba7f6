package org.manypaths.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DomainResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.PartnerBundle;
import org.manypaths.testkit.ServerIT;

/** The people of the examples, stored and read again under ids of their own. */
class ExamplesNarrativeIT extends ServerIT {

    private static final List<String> STORED = new ArrayList<>();

    @BeforeEach
    void storeThePeopleOnce() {
        if (!STORED.isEmpty()) {
            return;
        }
        String number = PartnerBundle.newNumber();
        for (String name : text("order.txt").lines().filter(line -> !line.isBlank()).toList()) {
            String json = text(name.replace("/", "/bundle-") + ".json");
            String others = json.replaceAll("(?<=[\"/])(arthur|jonah|mina|rosa|samuel)(?=[\"-])", "$1" + number);
            HttpResponse<String> answer = http().post("", others);
            assertThat(answer.statusCode()).as(name + answer.body()).isEqualTo(200);
            Fhir.CONTEXT.newJsonParser().parseResource(Bundle.class, answer.body()).getEntry().stream()
                    .map(entry -> entry.getResponse().getLocation().replaceFirst("/_history.*", ""))
                    .filter(id -> !STORED.contains(id))
                    .forEach(STORED::add);
        }
    }

    @Test
    void everyExampleIsToldAsItsDataAre() {
        NarrativeCheck check = new NarrativeCheck(Told.WRITER);
        assertThat(STORED).hasSizeGreaterThan(100).allSatisfy(id -> {
            DomainResource stored = read(id);
            assertThat(stored.getText().getDiv().allText()).as(id).isNotBlank();
            assertThat(check.check(stored).isEmpty()).as(id + check.check(stored)).isTrue();
        });
    }

    /** It also shows that the validator accepts what was written: it judges the narrative that comes back. */
    @Test
    void nothingBecomesANewVersionByBeingSentAgainAsItWasRead() {
        assertThat(STORED).allSatisfy(id -> {
            DomainResource stored = read(id);
            String version = stored.getMeta().getVersionId();
            HttpResponse<String> answer = http().send(http().request("/" + id)
                    .header("Content-Type", "application/fhir+json")
                    .header("If-Match", "W/\"" + version + "\"")
                    .PUT(BodyPublishers.ofString(Fhir.CONTEXT.newJsonParser().encodeResourceToString(stored))));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(read(id).getMeta().getVersionId()).as(id).isEqualTo(version);
        });
    }

    private DomainResource read(String id) {
        return (DomainResource)
                Fhir.CONTEXT.newJsonParser().parseResource(http().get("/" + id).body());
    }

    private static String text(String name) {
        try (InputStream in =
                Objects.requireNonNull(ExamplesNarrativeIT.class.getResourceAsStream("/examples/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
