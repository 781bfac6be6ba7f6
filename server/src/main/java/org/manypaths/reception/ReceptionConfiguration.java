package org.manypaths.reception;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.time.Clock;
import java.util.EnumSet;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.manypaths.access.OperationGrant;
import org.manypaths.address.PublicAddress;
import org.manypaths.consent.SigningRules;
import org.manypaths.handoff.gate.DisclosureGate;
import org.manypaths.security.Clients;
import org.manypaths.security.Role;
import org.manypaths.validation.RecordValidator;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The door for documents from elsewhere. */
@Configuration(proxyBeanMethods = false)
class ReceptionConfiguration {

    /** What arrives becomes the organization's own, so it is the organization's own system that takes it in. */
    @Bean
    OperationGrant receptionGrant() {
        return new OperationGrant("$receive-handoff", EnumSet.of(Role.CLIENT, Role.USER), true);
    }

    @Bean
    ReceptionProvider receptionProvider(
            FhirContext fhirContext,
            DaoRegistry daos,
            RecordValidator validator,
            DisclosureGate gate,
            IFhirSystemDao<Bundle, Meta> system,
            PublicAddress address,
            JdbcTemplate database,
            Clients clients,
            SigningRules rules,
            IHapiTransactionService transactions,
            Clock clock) {
        Shelf shelf = new Shelf(daos, database, fhirContext);
        SenderTasks senders = new SenderTasks(shelf, address);
        PersonMatcher people = new PersonMatcher(daos);
        Digests digests = new Digests(database);
        Reception reception = new Reception(
                shelf,
                digests,
                people,
                new Directory(shelf, digests, clients),
                new EarlierDocuments(shelf, digests),
                new Content(fhirContext),
                validator,
                address);
        return new ReceptionProvider(
                fhirContext,
                new ReceptionDesk(
                        reception,
                        new ConsentCheck(
                                gate,
                                new StandingConsents(shelf, senders, address),
                                new StandingDenials(shelf, senders, people, rules),
                                address),
                        shelf,
                        senders,
                        digests,
                        new Register(database),
                        transactions,
                        system,
                        fhirContext,
                        clock));
    }

    @Bean
    SmartInitializingSingleton reception(RestfulServer server, ReceptionProvider provider) {
        return () -> server.registerProvider(provider);
    }
}
