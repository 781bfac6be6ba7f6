package org.manypaths.person;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.manypaths.conformance.Canonical;
import org.manypaths.refusal.Blank;
import org.manypaths.security.Sessions;

/** {@code [type]/[id]/$amend}: a correction, a disagreement or an addition by the person. */
public class AmendmentProvider {

    /** The codes of ihrp-amendment-kind. */
    private static final Set<String> KINDS = Set.of("correction", "disagreement", "addition");

    private static final int LONGEST = 20_000;

    private final AmendmentDesk desk;

    AmendmentProvider(AmendmentDesk desk) {
        this.desk = desk;
    }

    @Operation(name = "$amend", global = true, canonicalUrl = Canonical.BASE + "/OperationDefinition/ihrp-amend")
    public IBaseResource amend(
            @IdParam IdType record,
            @OperationParam(name = "kind", max = 1) @Nullable CodeType kind,
            @OperationParam(name = "text", max = 1) @Nullable StringType text,
            RequestDetails caller) {
        if (kind == null || !KINDS.contains(String.valueOf(kind.getValue()))) {
            throw AmendmentCode.KIND.refusal(
                    "It is not said what kind of amendment it is.",
                    "Send kind with correction, disagreement or addition.");
        }
        String words = text == null ? "" : String.valueOf(text.getValue());
        if (Blank.is(words) || words.length() > LONGEST) {
            throw AmendmentCode.TEXT.refusal(
                    "There are no words, or more than " + LONGEST + " characters.",
                    "Send text with what the person says.");
        }
        return desk.attach(record, kind.getValue(), words, Sessions.of(caller).orElseThrow(), caller);
    }
}
