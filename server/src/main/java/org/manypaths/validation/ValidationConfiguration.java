package org.manypaths.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.validation.JpaValidationSupportChain;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.validation.IInstanceValidatorModule;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Validation of every write, over HAPI's chain of definitions and terminology. */
@Configuration(proxyBeanMethods = false)
class ValidationConfiguration {

    @Bean
    RecordValidator recordValidator(
            FhirContext fhirContext,
            JpaValidationSupportChain definitions,
            WorkerContextValidationSupportAdapter workerContext) {
        // FHIR asks that one coding of several be in the value set; HAPI's default asks it of all of them.
        definitions.setCodeableConceptValidationSuccessfulIfNotAllCodingsAreValid(true);
        return new RecordValidator(fhirContext, new ValidationEngine(workerContext), new DeclaredProfiles(definitions));
    }

    @Bean(destroyMethod = "shutdownNow")
    ExecutorService validationWorkers() {
        return Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
            Thread thread = new Thread(task, "validation");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Bean
    ValidationInterceptor validationInterceptor(
            RecordValidator validator, ExecutorService validationWorkers, IInterceptorService storage) {
        ValidationInterceptor interceptor =
                new ValidationInterceptor(validator, new TransactionValidation(validator, validationWorkers));
        storage.registerInterceptor(interceptor);
        return interceptor;
    }

    /** HAPI has a validator of its own, with other words and a new engine for each resource. */
    @Bean
    @Primary
    IInstanceValidatorModule askedValidation(ObjectProvider<RecordValidator> validator, IInterceptorService storage) {
        storage.registerInterceptor(new ValidateAnswerInterceptor());
        return new AskedValidation(validator);
    }

    @Bean
    WarningOutcomeInterceptor warningOutcomeInterceptor(RestfulServer server) {
        WarningOutcomeInterceptor interceptor = new WarningOutcomeInterceptor();
        server.registerInterceptor(interceptor);
        return interceptor;
    }

    /** Before anybody validates, installs or makes a snapshot. */
    @Bean
    SmartInitializingSingleton thinDefinitions(DefaultProfileValidationSupport core) {
        return () -> LeanDefinitions.thin(core);
    }

    /** After the guide is installed, which has a higher precedence, and before the server is ready. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 100)
    ApplicationRunner warmUpValidation(FhirContext fhirContext, RecordValidator validator) {
        return arguments -> Warmup.run(fhirContext, validator);
    }
}
