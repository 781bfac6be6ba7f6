package org.manypaths.validation;

import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StructureDefinition;

/**
 * Takes out of the definitions of FHIR itself what only people read, before the validator copies them.
 *
 * <p>The definitions of R4 are in memory twice, as HAPI reads them and as the validator wants them, and more than half
 * of that is prose: comments, requirements, rules as XPath, mappings to other standards, and the differential, which
 * nobody reads who has the snapshot. Rules, bindings, types and cardinalities stay. The guide's own definitions are left
 * as they are.
 */
final class LeanDefinitions {

    private LeanDefinitions() {}

    /**
     * Changes the definitions in place; they must not have been handed to a validator yet.
     *
     * @param core the definitions of FHIR R4 alone
     */
    static void thin(IValidationSupport core) {
        Objects.requireNonNull(core.fetchAllConformanceResources()).forEach(LeanDefinitions::thin);
    }

    private static void thin(IBaseResource resource) {
        if (resource instanceof DomainResource definition) {
            definition.setText(null);
        }
        if (resource instanceof MetadataResource definition) {
            definition.setContact(List.of());
        }
        if (resource instanceof StructureDefinition definition) {
            thin(definition);
        }
    }

    private static void thin(StructureDefinition definition) {
        definition.setMapping(List.of());
        if (definition.hasSnapshot()) {
            definition.setDifferential(null);
            definition.getSnapshot().getElement().forEach(LeanDefinitions::thin);
        }
    }

    private static void thin(ElementDefinition element) {
        element.setDefinitionElement(null)
                .setShortElement(null)
                .setCommentElement(null)
                .setRequirementsElement(null)
                .setMeaningWhenMissingElement(null)
                .setIsModifierReasonElement(null)
                .setMapping(List.of())
                .setExample(List.of())
                .setAlias(List.of());
        // The validator's model has no place for XPath and would keep each in an extension.
        element.getConstraint().forEach(rule -> rule.setXpathElement(null));
    }
}
