package org.manypaths.profiles;

import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import ca.uhn.fhir.parser.IParser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.StructureDefinition;

/**
 * Definitions in which every profile and extension says in full what it holds.
 *
 * <p>The compiler writes only how a profile differs from its base; who installs the package should not have to work
 * out the rest.
 */
final class Snapshots {

    private final SnapshotGeneratingValidationSupport generator;
    private final ValidationSupportContext known;

    private Snapshots(Map<String, IBaseResource> definitions) {
        PrePopulatedValidationSupport ours = new PrePopulatedValidationSupport(R4.CONTEXT);
        definitions.values().forEach(ours::addResource);
        ValidationSupportChain chain =
                new ValidationSupportChain(new DefaultProfileValidationSupport(R4.CONTEXT), ours);
        // One for all: left to itself, HAPI translates every definition of FHIR anew for each profile.
        generator =
                new SnapshotGeneratingValidationSupport(R4.CONTEXT, new WorkerContextValidationSupportAdapter(chain));
        chain.addValidationSupport(generator);
        known = new ValidationSupportContext(chain);
    }

    /** The same files, by name, with a snapshot in each StructureDefinition. */
    static SortedMap<String, String> complete(SortedMap<String, String> definitions) {
        IParser json = R4.CONTEXT.newJsonParser().setPrettyPrint(true);
        Map<String, IBaseResource> resources = new LinkedHashMap<>();
        definitions.forEach((file, text) -> resources.put(file, json.parseResource(text)));
        Snapshots snapshots = new Snapshots(resources);
        SortedMap<String, String> completed = new TreeMap<>(definitions);
        resources.forEach((file, resource) -> {
            if (resource instanceof StructureDefinition definition) {
                completed.put(file, json.encodeResourceToString(snapshots.complete(definition)));
            }
        });
        return completed;
    }

    private StructureDefinition complete(StructureDefinition definition) {
        StructureDefinition generated = (StructureDefinition)
                generator.generateSnapshot(known, definition, definition.getUrl(), "", definition.getName());
        return definition.copy().setSnapshot(generated.getSnapshot());
    }
}
