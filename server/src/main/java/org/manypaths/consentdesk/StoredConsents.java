package org.manypaths.consentdesk;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Organization;
import org.manypaths.access.BirthDates;
import org.manypaths.access.Origin;
import org.manypaths.consent.ConsentReader;
import org.manypaths.consent.ConsentRecord;
import org.manypaths.consent.ConsentState;
import org.manypaths.consent.Signing;
import org.manypaths.consent.SigningRules;
import org.manypaths.security.Interaction;
import org.manypaths.security.Session;

/** The consents as they are on file, and as the decision reads them. */
class StoredConsents {

    private final DaoRegistry daos;
    private final BirthDates birthDates;
    private final SigningRules rules;
    private final Clock clock;

    StoredConsents(DaoRegistry daos, BirthDates birthDates, SigningRules rules, Clock clock) {
        this.daos = daos;
        this.birthDates = birthDates;
        this.rules = rules;
        this.clock = clock;
    }

    Consent find(IdType id) {
        return daos.getResourceDao(Consent.class)
                .read(new IdType("Consent", id.getIdPart()), new SystemRequestDetails());
    }

    /** What it says, and what its signing lacks. */
    ConsentRecord read(Consent consent) {
        return rules.applied(ConsentReader.read(consent), Signing.of(consent), birthDates.of(person(consent)));
    }

    /** Those of a person that let something go at this moment, as far as the caller may read them. */
    List<Consent> inForce(String person, Session session, RequestDetails caller) {
        if (!session.scopes().allows("Consent", Interaction.READ)) {
            return List.of();
        }
        SearchParameterMap query =
                SearchParameterMap.newSynchronous().add(Consent.SP_PATIENT, new ReferenceParam("Patient/" + person));
        return daos.getResourceDao(Consent.class).search(query, caller).getAllResources().stream()
                .map(found -> find((IdType) found.getIdElement()))
                .filter(consent -> !Origin.isReceived(consent))
                .filter(consent -> ConsentState.at(read(consent), clock.instant()) == ConsentState.IN_FORCE)
                .toList();
    }

    /** One in force that says the same to the letter, and is held by the same organisation. */
    Optional<Consent> same(Consent draft, Session session, RequestDetails caller) {
        Consent bare = bare(draft);
        return inForce(person(draft), session, caller).stream()
                .filter(consent -> Origin.isOf(consent, session.caller().organization()))
                .filter(consent -> bare(consent).equalsDeep(bare))
                .findFirst();
    }

    /** How an organisation is called, by its id. */
    String name(String organization) {
        try {
            Organization known = daos.getResourceDao(Organization.class)
                    .read(new IdType("Organization", organization), new SystemRequestDetails());
            return known.hasName() ? known.getName() : "Organization/" + organization;
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return "Organization/" + organization;
        }
    }

    static String person(Consent consent) {
        return consent.getPatient().getReferenceElement().getIdPart();
    }

    private static Consent bare(Consent consent) {
        Consent bare = consent.copy();
        bare.setId((IdType) null);
        bare.setMeta(null);
        bare.setText(null);
        return bare;
    }
}
