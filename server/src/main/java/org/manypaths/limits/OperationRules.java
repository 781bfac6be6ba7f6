package org.manypaths.limits;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.manypaths.refusal.Refusal;
import org.manypaths.refusal.RequestCode;

/** What operations of HAPI's need and do not ask for in words. */
final class OperationRules {

    private OperationRules() {}

    /** Why {@code $subsumes} cannot be answered with these parameters of the URL (R4, CodeSystem-operation-subsumes). */
    static Optional<Refusal> subsumes(Map<String, String[]> asked) {
        boolean codes = asked.keySet().containsAll(Set.of("codeA", "codeB", "system"));
        return codes
                ? Optional.empty()
                : Optional.of(RequestCode.INVALID.refusal(
                        "$subsumes compares two codes of a code system, and not all of that was given.",
                        "Give codeA, codeB and system."));
    }

    /** Why {@code $validate} cannot be answered with these parameters. */
    static Optional<Refusal> validate(Parameters parameters) {
        return parameters.getParameter().stream().anyMatch(OperationRules::isNoResource)
                ? Optional.of(RequestCode.INVALID.refusal(
                        "The parameter resource holds no resource.",
                        "Put what is to be validated in parameter.resource, not in a value."))
                : Optional.empty();
    }

    private static boolean isNoResource(ParametersParameterComponent parameter) {
        return "resource".equals(parameter.getName()) && !parameter.hasResource();
    }
}
