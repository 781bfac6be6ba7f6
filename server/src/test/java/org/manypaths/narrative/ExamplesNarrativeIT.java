package org.manypaths.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DomainResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.Stories;

/** The people of the examples, stored and read again. */
class ExamplesNarrativeIT extends ServerIT {

    private static final List<String> STORED = Stories.text("order.txt")
            .lines()
            .filter(name -> !name.isBlank())
            .map(name -> Stories.text(name.replace("/", "/bundle-") + ".json"))
            .map(json -> Fhir.CONTEXT.newJsonParser().parseResource(Bundle.class, json))
            .flatMap(bundle -> bundle.getEntry().stream())
            .map(entry ->
                    entry.getResource().fhirType() + "/" + entry.getResource().getIdPart())
            .distinct()
            .toList();

    @BeforeEach
    void storeThePeople() {
        Stories.store(http());
    }

    @Test
    void everyExampleIsToldAsItsDataAre() {
        NarrativeCheck check = new NarrativeCheck(Told.WRITER);
        assertThat(STORED).hasSizeGreaterThan(100).allSatisfy(id -> {
            DomainResource stored = read(id);
            assertThat(stored.getText().getDiv().allText()).as(id).isNotBlank();
            assertThat(check.check(stored).isEmpty())
                    .as(id + check.check(stored))
                    .isTrue();
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
}
