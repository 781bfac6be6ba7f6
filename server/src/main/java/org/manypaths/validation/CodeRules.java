package org.manypaths.validation;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.refusal.Issue;

/** Warns of codes that cannot exist, wherever in a resource they stand. */
final class CodeRules {

    private CodeRules() {}

    static List<Issue> check(Resource resource) {
        List<Issue> issues = new ArrayList<>();
        ElementWalk.over(resource, (path, element) -> {
            if (element instanceof Coding coding
                    && coding.hasSystem()
                    && coding.hasCode()
                    && !CheckDigits.possible(coding.getSystem(), coding.getCode())) {
                issues.add(impossible(coding, path));
            }
        });
        return issues;
    }

    private static Issue impossible(Coding coding, String path) {
        ValidationCode code = ValidationCode.UNKNOWN_CODE;
        return Issue.warning(
                        code.type(),
                        code.code(),
                        "The code " + coding.getCode() + " cannot be a code of " + coding.getSystem()
                                + ": its form or its check digit is wrong.")
                .remedy("Check it for a slip of the pen; where no code fits, send the text alone.")
                .at(path);
    }
}
