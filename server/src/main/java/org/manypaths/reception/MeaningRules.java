package org.manypaths.reception;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.BackboneElement;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Composition.CompositionStatus;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.refusal.Issue;

/**
 * Whether a document means what it says: it may be withdrawn, or be written by rules or extensions that turn its
 * meaning around and that nobody here knows (R4, 2.4.0.2 and 2.26.3.1). Pure.
 */
final class MeaningRules {

    private static final String COMPOSITION = "Bundle.entry[0].resource";

    private MeaningRules() {}

    /** What speaks against reading it. */
    static List<Issue> check(Arrived arrived) {
        List<Issue> issues = new ArrayList<>();
        if (arrived.composition().getStatus() == CompositionStatus.ENTEREDINERROR) {
            issues.add(ReceptionCode.NOT_A_DOCUMENT.issue(
                    "The document says of itself that it was made in error, so nothing in it holds.",
                    "Ask the sender for what holds in its place; what came before was not changed.",
                    COMPOSITION + ".status"));
        }
        modifiers(arrived.composition(), issues);
        if (arrived.bundle().hasImplicitRules()) {
            issues.add(implicit(arrived.bundle(), "Bundle"));
        }
        arrived.entries().values().stream()
                .filter(Resource::hasImplicitRules)
                .forEach(record -> issues.add(implicit(record, arrived.path(record))));
        return issues;
    }

    private static Issue implicit(Resource record, String path) {
        return ReceptionCode.NOT_A_DOCUMENT.issue(
                "It is written by the rules " + record.getImplicitRules()
                        + ", which may change what it means, and this server does not know them.",
                "Write it so that it can be read without them, and leave implicitRules out.",
                path + ".implicitRules");
    }

    /** Of records it is asked when they are validated; the Composition and its sections are no record here. */
    private static void modifiers(Base element, List<Issue> issues) {
        if (element instanceof DomainResource whole) {
            whole.getModifierExtension().forEach(extension -> issues.add(unknown(extension)));
        } else if (element instanceof BackboneElement part) {
            part.getModifierExtension().forEach(extension -> issues.add(unknown(extension)));
        }
        for (Property property : element.children()) {
            property.getValues().stream()
                    .filter(value -> value instanceof BackboneElement || value instanceof DomainResource)
                    .forEach(value -> modifiers(value, issues));
        }
    }

    private static Issue unknown(Extension extension) {
        return ReceptionCode.NOT_A_DOCUMENT.issue(
                "The modifier extension " + extension.getUrl()
                        + " may change what the document means, and this server does not know it.",
                "Say it in the elements of the Composition, and leave the extension out.",
                COMPOSITION + ".modifierExtension");
    }
}
