package org.manypaths.narrative;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.rest.server.RestfulServer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Narratives at the storage and at the door. */
@Configuration(proxyBeanMethods = false)
class NarrativeConfiguration {

    @Bean
    NarrativeWriter narrativeWriter() {
        return NarrativeWriter.fromClassPath();
    }

    @Bean
    NarrativeInterceptor narrativeInterceptor(
            NarrativeWriter writer, FhirContext fhirContext, IInterceptorService storage) {
        NarrativeInterceptor interceptor = new NarrativeInterceptor(new NarrativeKeeper(writer), fhirContext);
        storage.registerInterceptor(interceptor);
        return interceptor;
    }

    @Bean
    AnswerNarrativeInterceptor answerNarrativeInterceptor(NarrativeWriter writer, RestfulServer server) {
        AnswerNarrativeInterceptor interceptor = new AnswerNarrativeInterceptor(new NarrativeKeeper(writer));
        server.registerInterceptor(interceptor);
        return interceptor;
    }
}
