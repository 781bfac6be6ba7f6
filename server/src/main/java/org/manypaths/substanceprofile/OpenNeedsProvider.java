package org.manypaths.substanceprofile;

import ca.uhn.fhir.rest.annotation.RequiredParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import java.util.List;
import org.hl7.fhir.r4.model.Observation;

/**
 * The named query {@code Observation?_query=need-without-alternative&patient=…}: meanings of use that nothing serves yet.
 *
 * <p>FHIR's parameters cannot say "and there is no goal, service or skill such that", so the query has a name.
 */
class OpenNeedsProvider {

    static final String NAME = "need-without-alternative";

    private final NeedsCollector collector;

    OpenNeedsProvider(NeedsCollector collector) {
        this.collector = collector;
    }

    @Search(type = Observation.class, queryName = NAME)
    public List<Observation> needsWithoutAlternative(
            @RequiredParam(name = "patient") ReferenceParam person, RequestDetails caller) {
        return NeedsRules.open(collector.meanings(person, caller), collector.alternatives(person, caller));
    }
}
