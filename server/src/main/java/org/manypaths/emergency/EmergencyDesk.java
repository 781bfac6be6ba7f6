package org.manypaths.emergency;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.manypaths.access.Emergencies;
import org.manypaths.access.Explainer;
import org.manypaths.audit.Disclosures;
import org.manypaths.consent.Basis;
import org.manypaths.consent.Decision;
import org.manypaths.consent.DisclosureRequest.Emergency;
import org.manypaths.consent.Purposes;
import org.manypaths.filing.Filing;
import org.manypaths.security.Session;

/**
 * Opens the records of one person to a client for a time, and writes into each programme's record of the person what
 * 42 CFR 2.51(c) asks for: to whom, by whom, when, and the nature of the emergency.
 *
 * <p>The record is there before anything is disclosed. Whoever asks for somebody of whom nothing is held gets the same
 * answer.
 */
class EmergencyDesk {

    private final DaoRegistry daos;
    private final IFhirSystemDao<Bundle, Meta> system;
    private final Explainer explainer;
    private final Emergencies emergencies;
    private final Clock clock;
    private final Duration length;

    EmergencyDesk(
            DaoRegistry daos,
            IFhirSystemDao<Bundle, Meta> system,
            Explainer explainer,
            Emergencies emergencies,
            Clock clock,
            Duration length) {
        this.daos = daos;
        this.system = system;
        this.explainer = explainer;
        this.emergencies = emergencies;
        this.clock = clock;
        this.length = length;
    }

    /**
     * What medical personnel declares.
     *
     * @param reason the nature of the emergency
     * @param personnel who treats, by name
     */
    record Declared(Identifier person, String reason, String personnel) {}

    /** Until when the records may be asked for with the purpose ETREAT. */
    Instant open(Declared declared, Session session, Disclosures notes) {
        Instant now = clock.instant();
        Instant until = now.plus(length);
        for (String person : people(declared.person())) {
            for (String programme : explainer.programmesHolding(person)) {
                Filing filing = new Filing(programme);
                filing.add(communication(declared, person, programme, session, now), "");
                filing.carryOut(system);
                notes.decided(
                        "Patient/" + person,
                        Optional.of(person),
                        Optional.of(programme),
                        Decision.permit(Basis.EMERGENCY));
            }
            emergencies.declare(session.client(), new Emergency(person, declared.reason(), until));
        }
        return until;
    }

    private Communication communication(
            Declared declared, String person, String programme, Session session, Instant now) {
        Communication record = new Communication();
        record.setStatus(CommunicationStatus.COMPLETED);
        record.addCategory(new CodeableConcept().setText("Disclosure in a medical emergency (42 CFR 2.51)"));
        record.addReasonCode(new CodeableConcept()
                .addCoding(new Coding(Purposes.SYSTEM, "ETREAT", null))
                .setText(declared.reason()));
        record.setSubject(new Reference("Patient/" + person));
        record.setSent(Date.from(now));
        record.setSender(organization(programme));
        record.addRecipient(organization(session.caller().organization()));
        record.addPayload().setContent(new StringType("Medical personnel: " + declared.personnel()));
        record.addPayload().setContent(new StringType("Disclosed by: the server, for " + programme));
        record.addPayload().setContent(new StringType("Nature of the emergency: " + declared.reason()));
        return record;
    }

    private Reference organization(String id) {
        try {
            Organization known = daos.getResourceDao(Organization.class)
                    .read(new IdType("Organization", id), new SystemRequestDetails());
            return new Reference("Organization/" + id).setDisplay(known.getName());
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return new Reference().setDisplay(id);
        }
    }

    private List<String> people(Identifier person) {
        SearchParameterMap query = SearchParameterMap.newSynchronous()
                .add(Patient.SP_IDENTIFIER, new TokenParam(person.getSystem(), person.getValue()));
        return daos.getResourceDao(Patient.class).search(query, new SystemRequestDetails()).getAllResources().stream()
                .map(found -> found.getIdElement().getIdPart())
                .toList();
    }
}
