package org.manypaths.person;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.manypaths.access.Origin;
import org.manypaths.access.TokenScopes;
import org.manypaths.conformance.Canonical;
import org.manypaths.filing.Filing;
import org.manypaths.security.Interaction;
import org.manypaths.security.Role;
import org.manypaths.security.Session;

/**
 * Attaches what a person has to say to what is said of them: it becomes part of the record and goes where that goes.
 *
 * <p>Nothing that others wrote is changed. The person does it themselves, or the organisation that holds the record
 * writes it down for them.
 */
class AmendmentDesk {

    private static final String AMENDMENT = Canonical.BASE + "/StructureDefinition/ihrp-person-amendment";

    private final DaoRegistry daos;
    private final IFhirSystemDao<Bundle, Meta> system;
    private final Clock clock;

    AmendmentDesk(DaoRegistry daos, IFhirSystemDao<Bundle, Meta> system, Clock clock) {
        this.daos = daos;
        this.system = system;
        this.clock = clock;
    }

    /** The record as it is afterwards, for the caller. */
    DomainResource attach(IdType id, String kind, String text, Session session, RequestDetails caller) {
        TokenScopes.require(session, id.getResourceType(), Interaction.UPDATE);
        daos.getResourceDao(id.getResourceType()).read(id.toVersionless(), caller);
        if (!(find(id) instanceof DomainResource record)) {
            throw notAboutAPerson();
        }
        String person = Origin.personOf(record).orElseThrow(AmendmentDesk::notAboutAPerson);
        String holder = Origin.holderOf(record).orElseThrow(AmendmentDesk::notAboutAPerson);
        requireTheirs(person, holder, session);
        Extension amendment = new Extension(AMENDMENT);
        amendment.addExtension("kind", new CodeType(kind));
        amendment.addExtension("text", new StringType(text));
        amendment.addExtension("by", new Reference("Patient/" + person));
        amendment.addExtension(
                "date",
                new DateTimeType(OffsetDateTime.now(clock).withNano(0).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)));
        record.addExtension(amendment);
        Filing filing = new Filing(holder);
        filing.put(record, Optional.of(record.getIdElement().getVersionIdPart()), "");
        filing.carryOut(system);
        return (DomainResource) daos.getResourceDao(id.getResourceType()).read(id.toVersionless(), caller);
    }

    private static void requireTheirs(String person, String holder, Session session) {
        boolean own = session.caller().person().filter(person::equals).isPresent();
        boolean held = session.role() != Role.PERSON
                && (session.caller().organization().equals(holder)
                        || session.caller().programmes().contains(holder));
        if (!own && !held) {
            throw AmendmentCode.NOT_YOURS.refusal(
                    "Only the person whom the record is about amends it, or the organization that holds it on their word.",
                    "Ask the organization that the record came in through.");
        }
    }

    private static org.manypaths.refusal.Refusal notAboutAPerson() {
        return AmendmentCode.NOT_ABOUT_A_PERSON.refusal(
                "The record is about no person.", "Amend what is said of a person.");
    }

    private org.hl7.fhir.instance.model.api.IBaseResource find(IdType id) {
        return daos.getResourceDao(id.getResourceType())
                .read(new IdType(id.getResourceType(), id.getIdPart()), new SystemRequestDetails());
    }
}
