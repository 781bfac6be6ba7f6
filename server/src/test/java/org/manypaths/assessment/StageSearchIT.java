package org.manypaths.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manypaths.testkit.StageBuilder.aStageOf;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.Test;
import org.manypaths.testkit.Fhir;

class StageSearchIT extends StageIT {

    private static final String SUBSTANCE = AssessmentCodes.SUBSTANCE + "|";
    private static final String STAGE = "https://w3id.org/manypaths/fhir/CodeSystem/ihrp-stage-of-change|";

    @Test
    void findsEverybodyNowInPreparationForAlcohol() {
        String now = person();
        record(now, "alcohol", "contemplation", "2026-10-01");
        record(now, "alcohol", "preparation", "2026-11-01");
        String once = person();
        record(once, "alcohol", "preparation", "2026-10-01");
        record(once, "alcohol", "action", "2026-11-01");
        String otherSubstance = person();
        record(otherSubstance, "alcohol", "action", "2026-10-01");
        record(otherSubstance, "cannabis", "preparation", "2026-10-01");

        assertThat(people("_has:Observation:subject:substance-stage-current=alcohol$preparation"))
                .contains(now)
                .doesNotContain(once, otherSubstance);
        assertThat(people("_has:Observation:subject:substance-stage=alcohol$preparation"))
                .contains(now, once)
                .doesNotContain(otherSubstance);
    }

    @Test
    void findsEverybodyInPrecontemplationForCannabisAndActionForOpioids() {
        String both = person();
        record(both, "cannabis", "precontemplation", "2026-10-01");
        record(both, "opioids", "action", "2026-10-01");
        String swapped = person();
        record(swapped, "cannabis", "action", "2026-10-01");
        record(swapped, "opioids", "precontemplation", "2026-10-01");
        String half = person();
        record(half, "cannabis", "precontemplation", "2026-10-01");

        assertThat(people("_has:Observation:subject:substance-stage-current=cannabis$precontemplation"
                        + "&_has:Observation:subject:substance-stage-current=opioids$action"))
                .contains(both)
                .doesNotContain(swapped, half);
        assertThat(people("_has:Observation:subject:substance-stage-current="
                        + encode(SUBSTANCE + "cannabis$" + STAGE + "precontemplation")
                        + "&_has:Observation:subject:substance-stage-current="
                        + encode(SUBSTANCE + "opioids$" + STAGE + "action")))
                .contains(both)
                .doesNotContain(swapped, half);
    }

    private List<String> people(String query) {
        Bundle found = (Bundle) Fhir.CONTEXT
                .newJsonParser()
                .parseResource(
                        http().get("/Patient?" + query.replace("$", "%24")).body());
        return found.getEntry().stream()
                .map(entry -> "Patient/" + entry.getResource().getIdElement().getIdPart())
                .toList();
    }

    private void record(String person, String substance, String stage, String on) {
        Observation observation =
                aStageOf(person).substance(substance).stage(stage).on(on).build();
        client().create().resource(observation).execute();
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
