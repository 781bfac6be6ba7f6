package org.manypaths.validation;

import org.hl7.fhir.common.hapi.validation.validator.FhirDefaultPolicyAdvisor;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r5.context.IWorkerContext;
import org.hl7.fhir.r5.utils.validation.ValidatorSession;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;
import org.hl7.fhir.r5.utils.validation.constants.IdStatus;
import org.hl7.fhir.r5.utils.xver.XVerExtensionManager;
import org.hl7.fhir.r5.utils.xver.XVerExtensionManagerOld;
import org.hl7.fhir.validation.ValidatorSettings;
import org.hl7.fhir.validation.instance.InstanceValidator;

/**
 * A FHIR validator that serves one resource after the other. Not thread-safe.
 *
 * <p>The validator forgets a resource when the next one comes, with two exceptions: it remembers the codings that it
 * saw, for ever, and the warnings about value sets that it gave, so as not to give them twice. The first bounds its
 * life, the second is undone after each resource.
 */
class LendableValidator extends InstanceValidator {

    private static final int RESOURCES_IN_A_LIFE = 200;

    private int served;

    private LendableValidator(IWorkerContext definitions, XVerExtensionManager extensions) {
        super(
                definitions,
                new FhirInstanceValidator.NullEvaluationContext(),
                extensions,
                new ValidatorSession(),
                new ValidatorSettings());
    }

    static LendableValidator create(IWorkerContext definitions) {
        LendableValidator validator = new LendableValidator(definitions, new XVerExtensionManagerOld(definitions));
        validator.setPolicyAdvisor(new FhirDefaultPolicyAdvisor());
        validator.setResourceIdRule(IdStatus.OPTIONAL);
        validator.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
        validator.setAnyExtensionsAllowed(true);
        validator.setErrorForUnknownProfiles(false);
        validator.setUnknownCodeSystemsCauseErrors(true);
        validator.setAllowExamples(true);
        // The type in a reference's URL is taken at its word; whether the target exists is for the storage to say.
        validator.setAssumeValidRestReferences(true);
        return validator;
    }

    /** True if it may be lent out again. */
    boolean takeBack() {
        statusWarnings.clear();
        validatedContent = null;
        return ++served < RESOURCES_IN_A_LIFE;
    }
}
