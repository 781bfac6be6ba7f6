package org.manypaths.reception;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Meta;
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

    /** What the record tells, in one word: its narrative, its id and what servers note on it do not count. */
    String digest(Resource record) {
        return DocumentDigest.ofText(fhirContext.newJsonParser().encodeResourceToString(bare(record)));
    }

    /** The elements that do not tell the same in both, as FHIRPath. */
    static List<String> differences(Resource here, Resource there) {
        Resource one = bare(here);
        Resource other = bare(there);
        return one.children().stream()
                .map(Property::getName)
                .filter(name -> !Base.compareDeep(values(one, name), values(other, name), true))
                .map(name -> here.fhirType() + "." + name.replace("[x]", ""))
                .toList();
    }

    private static List<Base> values(Resource record, String name) {
        return record.getChildByName(name).getValues();
    }

    private static Resource bare(Resource record) {
        Resource bare = record.copy();
        bare.setId((String) null);
        bare.setMeta(new Meta());
        if (bare instanceof DomainResource resource) {
            resource.setText(null);
        }
        if (bare instanceof Observation observation) {
            Standing.write(observation, Optional.empty());
        }
        return bare;
    }
}
