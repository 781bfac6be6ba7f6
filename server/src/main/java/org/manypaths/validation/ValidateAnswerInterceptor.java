package org.manypaths.validation;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationResult;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseOperationOutcome;
import org.manypaths.refusal.Issue;
import org.manypaths.refusal.Outcomes;

/** Answers {@code $validate} with the issues that a write would be refused with, in the same words and codes. */
@Interceptor
class ValidateAnswerInterceptor {

    @Hook(Pointcut.VALIDATION_COMPLETED)
    ValidationResult answer(ValidationResult result) {
        return new Answer(result);
    }

    private static final class Answer extends ValidationResult {

        Answer(ValidationResult result) {
            super(result.getContext(), result.getMessages());
        }

        @Override
        public IBaseOperationOutcome toOperationOutcome() {
            List<SingleValidationMessage> messages = getMessages();
            return Outcomes.of(
                    messages.isEmpty()
                            ? List.of(nothing())
                            : messages.stream().map(ToldMessage::issue).toList());
        }

        private static Issue nothing() {
            ValidationCode code = ValidationCode.NOTHING_FOUND;
            return Issue.information(code.type(), code.code(), "Nothing is wrong with the resource.");
        }
    }
}
