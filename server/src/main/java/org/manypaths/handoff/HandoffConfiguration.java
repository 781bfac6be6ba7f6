package org.manypaths.handoff;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDaoPatient;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Patient;
import org.manypaths.access.OperationGrant;
import org.manypaths.access.RecordReleaser;
import org.manypaths.address.PublicAddress;
import org.manypaths.consent.SigningRules;
import org.manypaths.handoff.gate.ConsentGate;
import org.manypaths.handoff.gate.DisclosureGate;
import org.manypaths.security.Clients;
import org.manypaths.security.Role;
import org.manypaths.validation.RecordValidator;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The operations that hand a plan over. */
@Configuration(proxyBeanMethods = false)
class HandoffConfiguration {

    /** A person may read their own record, and hands it over through the place of care. */
    private static final Set<Role> SENDERS = EnumSet.of(Role.CLIENT, Role.USER, Role.OPERATOR);

    /** There is no other way out than through a gate: without one the server does not start. */
    @Bean
    DisclosureGate disclosureGate(SigningRules rules) {
        return new ConsentGate(rules);
    }

    @Bean
    OperationGrant handoffGrant() {
        return new OperationGrant("$handoff", SENDERS, false).drawingOnAll();
    }

    @Bean
    OperationGrant summaryGrant() {
        return new OperationGrant("$summary", SENDERS, false).drawingOnAll();
    }

    /** A person too: the Task says for whom it is, and each record is asked for anew. */
    @Bean
    OperationGrant handoffDocumentGrant() {
        return new OperationGrant("$handoff-document", EnumSet.allOf(Role.class), false).drawingOnAll();
    }

    @Bean
    HandoffAssembler handoffAssembler(FhirContext fhirContext, DisclosureGate gate, PublicAddress address) {
        return new HandoffAssembler(fhirContext, gate, address::fhirBase);
    }

    @Bean
    HandoffSender handoffSender(
            HandoffAssembler assembler,
            RecordValidator validator,
            DaoRegistry daos,
            IFhirSystemDao<Bundle, Meta> system,
            IHapiTransactionService transactions,
            PublicAddress address) {
        return new HandoffSender(assembler, validator, new HandoffFiles(daos, system, transactions, address::fhirBase));
    }

    @Bean
    Colleagues colleagues(DaoRegistry daos, Clients clients) {
        return new Colleagues(daos, clients);
    }

    @Bean
    HandoffProvider handoffProvider(
            FhirContext fhirContext,
            Clock clock,
            DaoRegistry daos,
            IFhirResourceDaoPatient<Patient> patients,
            Colleagues colleagues,
            HandoffSender sender,
            RecordReleaser releaser,
            PublicAddress address) {
        return new HandoffProvider(
                fhirContext,
                new HandoffRequestReader(clock),
                new PersonRecordReader(daos, patients, colleagues, address::fhirBase),
                sender,
                new SentDocumentReader(daos, releaser),
                address);
    }

    @Bean
    SmartInitializingSingleton handoff(RestfulServer server, HandoffProvider provider) {
        return () -> {
            server.registerProvider(provider);
            server.registerInterceptor(new HandoffViewInterceptor());
        };
    }
}
