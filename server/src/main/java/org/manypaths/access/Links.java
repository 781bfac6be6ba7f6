package org.manypaths.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleLinkComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;

/** Puts back into an answer the address that the client asked by, where the server asked by a narrower one. */
final class Links {

    private Links() {}

    static void restore(Bundle answer, RequestDetails request) {
        SearchAccess.self(request).ifPresent(self -> self(answer, self));
        boolean ofBundle =
                answer.getType() == BundleType.TRANSACTIONRESPONSE || answer.getType() == BundleType.BATCHRESPONSE;
        if (!ofBundle) {
            return;
        }
        List<String> selves = TransactionAccess.selves(request);
        for (int i = 0; i < answer.getEntry().size() && i < selves.size(); i++) {
            if (answer.getEntry().get(i).getResource() instanceof Bundle inner) {
                self(inner, request.getFhirServerBase() + "/" + selves.get(i).replaceFirst("^/", ""));
            }
        }
    }

    private static void self(Bundle page, String address) {
        for (BundleLinkComponent link : page.getLink()) {
            if (link.getRelation().equals("self")) {
                link.setUrl(address);
            }
        }
    }
}
