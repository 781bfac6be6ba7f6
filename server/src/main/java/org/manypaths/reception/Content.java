package org.manypaths.reception;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.assessment.Standing;
import org.manypaths.handoff.digest.DocumentDigest;

/** Tells a copy that somebody has changed here from one that is as it arrived, by the digest of what it tells. */
class Content {

    private final FhirContext fhirContext;

    Content(FhirContext fhirContext) {
        this.fhirContext = fhirContext;
    }

    /**
     * What the record tells, in one word: its id and what servers note on it do not count, nor does a narrative that is made of
     * the rest. One that is {@code additional} tells more than that, and is kept as it comes.
     */
    String digest(Resource record) {
        return DocumentDigest.ofText(fhirContext.newJsonParser().encodeResourceToString(bare(record)));
    }

    /** The elements that do not tell the same in both, as FHIRPath. */
    static List<String> differences(Resource here, Resource there) {
        Resource one = bare(here);
        Resource other = bare(there);
        Stream<String> elements = one.children().stream()
                .map(Property::getName)
                .filter(name -> !Base.compareDeep(values(one, name), values(other, name), true))
                .map(name -> name.replace("[x]", ""));
        Stream<String> labels = Labels.raised(here, there).stream().limit(1).map(label -> "meta.security");
        return Stream.concat(elements, labels)
                .map(name -> here.fhirType() + "." + name)
                .toList();
    }

    private static List<Base> values(Resource record, String name) {
        return record.getChildByName(name).getValues();
    }

    private static Resource bare(Resource record) {
        Resource bare = record.copy();
        bare.setId((String) null);
        bare.setMeta(new Meta());
        if (bare instanceof DomainResource resource && !tellsMore(resource)) {
            resource.setText(null);
        }
        if (bare instanceof Observation observation) {
            Standing.write(observation, Optional.empty());
        }
        return bare;
    }

    private static boolean tellsMore(DomainResource resource) {
        return resource.getText().getStatus() == NarrativeStatus.ADDITIONAL
                && resource.getText().hasDiv();
    }
}
