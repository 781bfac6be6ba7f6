package org.manypaths.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.manypaths.testkit.StageBuilder.aStageOf;

import ca.uhn.fhir.rest.api.MethodOutcome;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.ServerIT;
import org.manypaths.testkit.StageBuilder;

/** Writes stages of change over HTTP and reads back what the server made of them. */
abstract class StageIT extends ServerIT {

    List<Observation> stagesOf(String person) {
        Bundle found = client().search()
                .byUrl("Observation?subject=" + person + "&_sort=-date")
                .returnBundle(Bundle.class)
                .execute();
        return found.getEntry().stream()
                .map(entry -> (Observation) entry.getResource())
                .toList();
    }

    static StageBuilder alcohol(String person) {
        return aStageOf(person).substance("alcohol").stage("preparation");
    }

    String person() {
        return id(client().create().resource(new Patient()).execute());
    }

    Observation create(StageBuilder stage) {
        return create(stage.build());
    }

    Observation create(Observation observation) {
        return (Observation)
                observation.setId(id(client().create().resource(observation).execute()));
    }

    Observation read(Resource observation) {
        return client().read()
                .resource(Observation.class)
                .withId(observation.getIdElement().getIdPart())
                .execute();
    }

    void assertStanding(Resource observation, Standing standing, int version) {
        Observation stored = read(observation);
        assertThat(Standing.of(stored)).contains(standing);
        assertThat(stored.getMeta().getVersionId()).isEqualTo(String.valueOf(version));
    }

    Bundle transaction(Bundle.BundleEntryComponent... entries) {
        return client().transaction().withBundle(bundle(entries)).execute();
    }

    static Bundle bundle(Bundle.BundleEntryComponent... entries) {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        List.of(entries).forEach(bundle::addEntry);
        return bundle;
    }

    static Bundle.BundleEntryComponent post(StageBuilder stage) {
        return post(null, stage.build());
    }

    static Bundle.BundleEntryComponent post(@Nullable String placeholder, Resource resource) {
        Bundle.BundleEntryComponent entry = new Bundle.BundleEntryComponent().setResource(resource);
        entry.setFullUrl(placeholder);
        entry.getRequest().setMethod(HTTPVerb.POST).setUrl(resource.fhirType());
        return entry;
    }

    static Observation answered(Bundle answer, int entry) {
        Observation stored = new Observation();
        stored.setId(answer.getEntry().get(entry).getResponse().getLocation());
        return stored;
    }

    static String json(Resource resource) {
        return Fhir.CONTEXT.newJsonParser().encodeResourceToString(resource);
    }

    static String id(Resource resource) {
        return resource.getIdElement().toUnqualifiedVersionless().getValue();
    }

    static String id(MethodOutcome outcome) {
        return outcome.getId().toUnqualifiedVersionless().getValue();
    }
}
