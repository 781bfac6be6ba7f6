package org.manypaths.validation;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.BackboneElement;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.refusal.Issue;

/**
 * Refuses extensions, and rules in the background, that may turn the meaning of a record around: nobody who does not know them may go on as if they were
 * not there, and this server tells from records what is current, safe and due.
 *
 * @see <a href="https://hl7.org/fhir/R4/extensibility.html#modifierExtension">R4, 2.4.0.2</a>
 */
final class ModifierRules {

    private ModifierRules() {}

    /** No profile of ours has such an extension, so that none is known. */
    static List<Issue> check(Resource resource) {
        List<Issue> issues = new ArrayList<>();
        ElementWalk.over(resource, (path, element) -> {
            if (element instanceof Resource any && any.hasImplicitRules()) {
                issues.add(implicit(any, path));
            }
            if (element instanceof DomainResource whole) {
                whole.getModifierExtension().forEach(extension -> issues.add(unknown(extension, path)));
            } else if (element instanceof BackboneElement part) {
                part.getModifierExtension().forEach(extension -> issues.add(unknown(extension, path)));
            }
        });
        return issues;
    }

    private static Issue implicit(Resource resource, String path) {
        ValidationCode code = ValidationCode.UNKNOWN_EXTENSION;
        return Issue.error(
                        code.type(),
                        code.code(),
                        "The record is written by the rules " + resource.getImplicitRules()
                                + ", which may change what it means, and this server does not know them.")
                .remedy("Write it so that it can be read without them, and leave implicitRules out.")
                .at(path + ".implicitRules");
    }

    private static Issue unknown(Extension extension, String path) {
        ValidationCode code = ValidationCode.UNKNOWN_EXTENSION;
        return Issue.error(
                        code.type(),
                        code.code(),
                        "The modifier extension " + extension.getUrl()
                                + " may change what the record means, and this server does not know it.")
                .remedy("Say it in the elements of the record, or send it in a document, which is kept whole.")
                .at(path + ".modifierExtension");
    }
}
