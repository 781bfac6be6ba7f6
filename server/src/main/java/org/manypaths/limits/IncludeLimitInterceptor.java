package org.manypaths.limits;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.manypaths.refusal.Issue;
import org.manypaths.refusal.Outcomes;

/**
 * Says so where a page leaves out what was asked to come along: a partner must not take a part for the whole.
 *
 * <p>The storage brings one more than the limit, so that "too many" can be told from "just as many".
 */
@Interceptor
class IncludeLimitInterceptor {

    private static final String CODE = "request/includes-left-out";

    private final int limit;

    IncludeLimitInterceptor(int limit) {
        this.limit = limit;
    }

    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    void tell(ResponseDetails response) {
        if (!(response.getResponseResource() instanceof Bundle page) || page.getType() != Bundle.BundleType.SEARCHSET) {
            return;
        }
        List<BundleEntryComponent> included = page.getEntry().stream()
                .filter(entry -> entry.getSearch().getMode() == SearchEntryMode.INCLUDE)
                .toList();
        if (included.size() > limit) {
            page.getEntry().removeAll(included.subList(limit, included.size()));
            page.addEntry()
                    .setResource(Outcomes.of(List.of(leftOut())))
                    .getSearch()
                    .setMode(SearchEntryMode.OUTCOME);
        }
    }

    private Issue leftOut() {
        return Issue.warning(
                        IssueType.INCOMPLETE,
                        CODE,
                        "More than " + limit + " resources would come along by _include and _revinclude;"
                                + " what is beyond that was left out of this page.")
                .remedy("Ask with a smaller _count, or search for the others by themselves, page by page.");
    }
}
