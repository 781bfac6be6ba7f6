package org.manypaths.consentdesk;

import ca.uhn.fhir.interceptor.api.IInterceptorService;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.manypaths.access.BirthDates;
import org.manypaths.access.Explainer;
import org.manypaths.access.OperationGrant;
import org.manypaths.access.ReferenceCheck;
import org.manypaths.consent.SigningRules;
import org.manypaths.security.Clients;
import org.manypaths.security.Interaction;
import org.manypaths.security.Role;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What people, partners and operators do with consents. */
@Configuration(proxyBeanMethods = false)
class ConsentDeskConfiguration {

    @Bean
    OperationGrant fileConsentGrant() {
        return new OperationGrant("$file-consent", EnumSet.of(Role.CLIENT, Role.USER), false)
                .writing(Interaction.CREATE, "Consent");
    }

    @Bean
    OperationGrant readBackGrant() {
        return new OperationGrant("$read-back", EnumSet.allOf(Role.class), false);
    }

    @Bean
    OperationGrant revokeGrant() {
        return new OperationGrant("$revoke", EnumSet.allOf(Role.class), false).changing(OperationGrant.ITSELF);
    }

    @Bean
    OperationGrant consentDecisionGrant() {
        return new OperationGrant("$consent-decision", EnumSet.of(Role.CLIENT, Role.USER), true).reading("Patient");
    }

    @Bean
    OperationGrant whyGrant() {
        return new OperationGrant("$why", Set.of(Role.OPERATOR), true).drawingOnAll();
    }

    @Bean
    EndedConsentInterceptor endedConsentInterceptor(Clock clock, IInterceptorService storage) {
        EndedConsentInterceptor interceptor = new EndedConsentInterceptor(clock);
        storage.registerInterceptor(interceptor);
        return interceptor;
    }

    @Bean
    SignedConsentInterceptor signedConsentInterceptor(Clock clock, IInterceptorService storage) {
        SignedConsentInterceptor interceptor = new SignedConsentInterceptor(clock);
        storage.registerInterceptor(interceptor);
        return interceptor;
    }

    @Bean
    SmartInitializingSingleton consentDesk(
            RestfulServer server,
            DaoRegistry daos,
            IFhirSystemDao<Bundle, Meta> system,
            ReferenceCheck references,
            BirthDates birthDates,
            SigningRules rules,
            Clock clock,
            Explainer explainer,
            Clients clients) {
        return () -> server.registerProviders(List.of(
                new ConsentDeskProvider(new ConsentDesk(
                        daos, system, references, new StoredConsents(daos, birthDates, rules, clock), clients, clock)),
                new DecisionProvider(new Foresight(daos, explainer, clients), explainer, clients)));
    }
}
