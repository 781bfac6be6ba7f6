package org.manypaths.consentdesk;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.time.Clock;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.manypaths.access.Origin;
import org.manypaths.access.ReferenceCheck;
import org.manypaths.access.TokenScopes;
import org.manypaths.consent.ConsentEnd;
import org.manypaths.consent.ConsentReader;
import org.manypaths.consent.ConsentRecord;
import org.manypaths.filing.Filing;
import org.manypaths.refusal.Issue;
import org.manypaths.refusal.Outcomes;
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
    private final StoredConsents stored;
    private final Clients clients;
    private final Clock clock;

    ConsentDesk(
            DaoRegistry daos,
            IFhirSystemDao<Bundle, Meta> system,
            ReferenceCheck references,
            StoredConsents stored,
            Clients clients,
            Clock clock) {
        this.daos = daos;
        this.system = system;
        this.references = references;
        this.stored = stored;
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
        if (form.saysNothing()) {
            throw DeskCode.PARAMETER.refusal(
                    "The request says nothing of what the person signed.",
                    "Send Parameters with recipient, purpose, ends or ends-with, told, signed and paper, and with label"
                            + " or keep-back what may go and what stays.");
        }
        Consent consent =
                ConsentDraft.write(form, person.getIdPart(), session.caller().organization());
        refuseUnless(form, consent);
        Optional<Consent> same = stored.same(consent, session, caller);
        if (same.isPresent()) {
            return answer(same.get(), List.of(FilingWarnings.onFile(same.get())));
        }
        IdType filed = (IdType)
                daos.getResourceDao(Consent.class).create(consent, caller).getId();
        return answer(stored.find(filed), FilingWarnings.of(form, stored.read(consent)));
    }

    /** What the law asks for is named beside what is wrong, once for each parameter. */
    private void refuseUnless(ConsentForm form, Consent consent) {
        List<Issue> problems = FormRules.problems(form, consent, clock.instant());
        Set<String> named = problems.stream()
                .flatMap(problem -> problem.expression().stream())
                .collect(Collectors.toSet());
        List<Issue> missing = stored.read(consent).missing().stream()
                .sorted()
                .map(Missing::issue)
                .filter(issue -> issue.expression().stream().noneMatch(named::contains))
                .toList();
        if (!problems.isEmpty()) {
            throw DeskCode.PARAMETER.refusal(
                    Stream.concat(problems.stream(), missing.stream()).toList());
        }
        if (!missing.isEmpty()) {
            throw DeskCode.INCOMPLETE.refusal(missing);
        }
    }

    private Parameters answer(Consent consent, List<Issue> warnings) {
        Parameters answer = readBack(consent);
        if (!warnings.isEmpty()) {
            answer.addParameter().setName("warning").setResource(Outcomes.of(warnings));
        }
        return answer;
    }

    Parameters readBack(IdType id, RequestDetails caller) {
        daos.getResourceDao(Consent.class).read(id.toVersionless(), caller);
        return readBack(stored.find(id));
    }

    /** Takes it back from now on (2.31(a)(6)). The person may do so themselves, and whoever holds it on their word. */
    Parameters revoke(IdType id, Revocation revocation, Session session, RequestDetails caller) {
        TokenScopes.require(session, "Consent", Interaction.UPDATE);
        daos.getResourceDao(Consent.class).read(id.toVersionless(), caller);
        Consent consent = stored.find(id);
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
        Parameters answer = readBack(stored.find(id));
        stillOpen(consent, session, caller)
                .forEach(sentence -> answer.addParameter().setName("sentence").setValue(new StringType(sentence)));
        return answer;
    }

    /** That something goes all the same, by other consents that the caller may read. */
    private List<String> stillOpen(Consent ended, Session session, RequestDetails caller) {
        ConsentRecord record = stored.read(ended);
        return stored.inForce(StoredConsents.person(ended), session, caller).stream()
                .filter(other -> !other.getIdElement()
                        .getIdPart()
                        .equals(ended.getIdElement().getIdPart()))
                .flatMap(other -> new StillOpen(stored::name).sentences(record, stored.read(other)).stream())
                .toList();
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
        return new ReadBack(stored::name, words(consent))
                .write(
                        stored.read(consent),
                        ConsentEnd.of(consent),
                        ConsentReader.zone(consent),
                        holding(consent),
                        clock.instant());
    }

    private static Optional<String> words(Consent consent) {
        return Optional.ofNullable(consent.getExtensionByUrl(ConsentDraft.WORDS))
                .map(Extension::getValue)
                .map(Type::primitiveValue);
    }

    private Holding holding(Consent consent) {
        String holder = Origin.holderOf(consent).orElse("");
        Set<String> programmes = clients.sessionsOf(holder).stream()
                .flatMap(session -> session.caller().programmes().stream())
                .collect(Collectors.toSet());
        return new Holding(holder, programmes, Origin.isReceived(consent), Origin.isForHolderAlone(consent));
    }
}
