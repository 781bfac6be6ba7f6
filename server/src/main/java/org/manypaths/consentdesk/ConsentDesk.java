package org.manypaths.consentdesk;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.manypaths.access.BirthDates;
import org.manypaths.access.Origin;
import org.manypaths.access.ReferenceCheck;
import org.manypaths.access.TokenScopes;
import org.manypaths.consent.ConsentEnd;
import org.manypaths.consent.ConsentReader;
import org.manypaths.consent.ConsentRecord;
import org.manypaths.consent.Signing;
import org.manypaths.consent.SigningRules;
import org.manypaths.filing.Filing;
import org.manypaths.refusal.Issue;
import org.manypaths.security.Clients;
import org.manypaths.security.Interaction;
import org.manypaths.security.Role;
import org.manypaths.security.Session;

/** Files consents, reads them back, and takes them back (42 CFR 2.31). */
class ConsentDesk {

    private static final Set<ConsentState> ENDED =
            EnumSet.of(ConsentState.INACTIVE, ConsentState.REJECTED, ConsentState.ENTEREDINERROR);

    private final DaoRegistry daos;
    private final IFhirSystemDao<Bundle, Meta> system;
    private final ReferenceCheck references;
    private final BirthDates birthDates;
    private final SigningRules rules;
    private final Clients clients;
    private final Clock clock;

    ConsentDesk(
            DaoRegistry daos,
            IFhirSystemDao<Bundle, Meta> system,
            ReferenceCheck references,
            BirthDates birthDates,
            SigningRules rules,
            Clients clients,
            Clock clock) {
        this.daos = daos;
        this.system = system;
        this.references = references;
        this.birthDates = birthDates;
        this.rules = rules;
        this.clients = clients;
        this.clock = clock;
    }

    /**
     * Stores what the form says, as the caller's own record, and reads it back.
     *
     * @throws org.manypaths.refusal.Refusal naming everything that 42 CFR 2.31(a) asks for and that is not there
     */
    Parameters file(IdType person, ConsentForm form, Session session, RequestDetails caller) {
        TokenScopes.require(session, "Consent", Interaction.CREATE);
        daos.getResourceDao(Patient.class).read(person.toVersionless(), caller);
        if (form.endsBeforeSigned()) {
            throw DeskCode.PARAMETER.refusal(
                    "The parameter ends is " + form.ends().orElseThrow().getValueAsString()
                            + ", and the consent was signed after that: the parameter signed is "
                            + form.signed().orElseThrow().getValueAsString() + ".",
                    "Send in ends the day on which the consent ends, or mend signed.");
        }
        Consent consent =
                ConsentDraft.write(form, person.getIdPart(), session.caller().organization());
        List<Issue> missing = signed(consent, birthDates.of(person.getIdPart())).missing().stream()
                .sorted()
                .map(element -> DeskCode.INCOMPLETE.issue(
                        "The consent does not say " + element + ".",
                        "The law asks for it (42 CFR 2.31(a)); without it the consent would let nothing go."))
                .toList();
        if (!missing.isEmpty()) {
            throw DeskCode.INCOMPLETE.refusal(missing);
        }
        IdType stored = (IdType)
                daos.getResourceDao(Consent.class).create(consent, caller).getId();
        return readBack(find(stored));
    }

    Parameters readBack(IdType id, RequestDetails caller) {
        daos.getResourceDao(Consent.class).read(id.toVersionless(), caller);
        return readBack(find(id));
    }

    /** Takes it back from now on (2.31(a)(6)). The person may do so themselves, and whoever holds it on their word. */
    Parameters revoke(IdType id, Revocation revocation, Session session, RequestDetails caller) {
        TokenScopes.require(session, "Consent", Interaction.UPDATE);
        daos.getResourceDao(Consent.class).read(id.toVersionless(), caller);
        Consent consent = find(id);
        String holder = Origin.holderOf(consent).orElseThrow();
        requireTheirs(consent, holder, session);
        if (ENDED.contains(consent.getStatus())) {
            throw DeskCode.NO_LONGER.refusal(
                    "The consent was ended before: it is " + consent.getStatus().toCode() + ".",
                    "Nothing goes by it any more; nothing is left to do.");
        }
        revocation.came().ifPresent(came -> end(consent, came));
        Provenance provenance = provenance(consent, revocation);
        references.require(provenance, session, caller);
        Filing filing = new Filing(holder);
        Optional<String> version = Optional.of(consent.getIdElement().getVersionIdPart());
        consent.setStatus(ConsentState.INACTIVE);
        filing.put(consent, version, "");
        filing.add(provenance, "");
        filing.carryOut(system);
        return readBack(find(id));
    }

    private void end(Consent consent, DateTimeType came) {
        ConsentEnd end = ConsentEnd.of(consent);
        if (!end.comesByItself()) {
            throw DeskCode.PARAMETER.refusal(
                    "The consent names no event with which it ends, and it does not end with the treatment.",
                    "Leave came out if the person takes the consent back.");
        }
        EventDay.problem(consent, came, clock.instant()).ifPresent(problem -> {
            throw DeskCode.PARAMETER.refusal(
                    problem, "Send the day on which it came, as in 2026-05-01; the consent stands until then.");
        });
        Extension expiry = consent.getExtensionByUrl(ConsentEnd.URL);
        expiry.getExtension().removeIf(part -> ConsentEnd.CAME.equals(part.getUrl()));
        expiry.addExtension(ConsentEnd.CAME, came);
    }

    private static void requireTheirs(Consent consent, String holder, Session session) {
        boolean own = session.role() == Role.PERSON
                && session.caller()
                        .person()
                        .filter(person -> person.equals(
                                consent.getPatient().getReferenceElement().getIdPart()))
                        .isPresent();
        boolean held = session.role() != Role.PERSON
                && (session.isOperator()
                        || session.caller().organization().equals(holder)
                        || session.caller().programmes().contains(holder));
        if (!own && !held) {
            throw DeskCode.NOT_YOURS.refusal(
                    "The consent is not yours to take back.",
                    "The person takes it back, or the organization that holds it on their word.");
        }
    }

    private Provenance provenance(Consent consent, Revocation revocation) {
        Provenance provenance = new Provenance();
        provenance.addTarget(new Reference("Consent/" + consent.getIdElement().getIdPart()));
        provenance.setRecorded(Date.from(clock.instant()));
        provenance
                .addAgent()
                .setWho(revocation.by().orElse(consent.getPatient()).copy());
        revocation.words().ifPresent(words -> provenance.addReason(new CodeableConcept().setText(words)));
        return provenance;
    }

    private Parameters readBack(Consent consent) {
        String person = consent.getPatient().getReferenceElement().getIdPart();
        ConsentRecord record = signed(consent, birthDates.of(person));
        return new ReadBack(this::name)
                .write(record, ConsentEnd.of(consent), ConsentReader.zone(consent), holding(consent), clock.instant());
    }

    private Holding holding(Consent consent) {
        String holder = Origin.holderOf(consent).orElse("");
        Set<String> programmes = clients.sessionsOf(holder).stream()
                .flatMap(session -> session.caller().programmes().stream())
                .collect(Collectors.toSet());
        return new Holding(holder, programmes, Origin.isReceived(consent), Origin.isForHolderAlone(consent));
    }

    private ConsentRecord signed(Consent consent, Optional<LocalDate> born) {
        return rules.applied(ConsentReader.read(consent), Signing.of(consent), born);
    }

    private String name(String organization) {
        try {
            Organization known = daos.getResourceDao(Organization.class)
                    .read(new IdType("Organization", organization), new SystemRequestDetails());
            return known.hasName() ? known.getName() : "Organization/" + organization;
        } catch (ResourceNotFoundException | ResourceGoneException e) {
            return "Organization/" + organization;
        }
    }

    private Consent find(IdType id) {
        return daos.getResourceDao(Consent.class)
                .read(new IdType("Consent", id.getIdPart()), new SystemRequestDetails());
    }
}
