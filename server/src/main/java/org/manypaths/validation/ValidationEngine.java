package org.manypaths.validation;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Collectors;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.utilities.validation.ValidationMessage;

/**
 * The FHIR validator, kept warm. Thread-safe.
 *
 * <p>HAPI makes a new validator for each resource and spends 40 of 45 milliseconds on making it. Here validators are
 * lent out and taken back, see {@link LendableValidator} for why none lives for ever.
 */
class ValidationEngine {

    private final WorkerContextValidationSupportAdapter definitions;
    private final ConcurrentLinkedDeque<LendableValidator> idle = new ConcurrentLinkedDeque<>();

    ValidationEngine(WorkerContextValidationSupportAdapter definitions) {
        this.definitions = definitions;
    }

    /**
     * All that the validator has to say about a resource.
     *
     * @param urls profiles to hold it to, which must be known; those that it declares are looked up anyway
     */
    List<ValidationMessage> validate(String json, List<String> urls) {
        List<StructureDefinition> profiles = urls.stream()
                .map(url -> definitions.fetchResource(StructureDefinition.class, url))
                .collect(Collectors.toCollection(ArrayList::new));
        List<ValidationMessage> messages = new ArrayList<>();
        LendableValidator validator =
                Optional.ofNullable(idle.pollFirst()).orElseGet(() -> LendableValidator.create(definitions));
        validator.validate(
                null,
                messages,
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                FhirFormat.JSON,
                profiles);
        // Not in a finally: a validator that threw is not lent out again.
        if (validator.takeBack()) {
            idle.addFirst(validator);
        }
        return messages;
    }
}
