package org.manypaths.access;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.audit.Disclosures;
import org.manypaths.consent.ConsentReader;
import org.manypaths.consent.Decision;
import org.manypaths.consent.Decision.Permit;
import org.manypaths.security.Session;

/** Decides of records that leave by another way than the answer to a read or a search, one at a time and each anew. */
public class RecordReleaser {

    private final AccessDecider decider;
    private final ScopeMatch scopes;
    private final HiddenReferences references;
    private final DaoRegistry daos;

    RecordReleaser(AccessDecider decider, ScopeMatch scopes, HiddenReferences references, DaoRegistry daos) {
        this.decider = decider;
        this.scopes = scopes;
        this.references = references;
        this.daos = daos;
    }

    /**
     * A record as it may leave.
     *
     * @param consent reference to the consent that it goes out by, where the notice of 42 CFR 2.32 goes with it
     */
    public record Released(Resource resource, Optional<String> consent) {}

    /**
     * The record with its labels and without its marks; empty where it is not there for the caller.
     *
     * @param record as the storage has it
     * @param notes takes the decision, with its ground, for the trail
     */
    public Optional<Released> release(Session session, Resource record, Disclosures notes) {
        Sight sight = decider.open(session, PurposeRules.usual(session.caller()));
        sight.purpose().ifPresent(notes::purpose);
        Marks marks = Marks.of(record);
        Decision decision = sight.decide(record.fhirType(), marks, () -> Moments.of(record));
        marks.note(record, decision, notes);
        if (!(decision instanceof Permit permit)
                || !scopes.allowsReading(sight, record, marks, new SystemRequestDetails())) {
            return Optional.empty();
        }
        AnswerAccess.dress(record, marks);
        references.forget(List.of(new AnswerAccess.Shown(record, marks, permit)), sight);
        boolean noticed = permit.basis().needsNotice()
                && marks.stamp().filter(Stamp::part2).isPresent();
        return Optional.of(new Released(record, noticed ? permit.consent().map("Consent/"::concat) : Optional.empty()));
    }

    /**
     * The same of a record that only its name is known of.
     *
     * @param name {@code Type/id}, with or without a version
     */
    public Optional<Released> release(Session session, String name, Disclosures notes) {
        IdType id = new IdType(name);
        try {
            return daos.getResourceDao(id.getResourceType()).read(id, new SystemRequestDetails())
                            instanceof Resource record
                    ? release(session, record, notes)
                    : Optional.empty();
        } catch (ResourceGoneException | ResourceNotFoundException e) {
            return Optional.empty();
        }
    }

    /** Makes a record that its caller was given fit to leave inside another one: its labels come, its marks go. */
    public static void dress(Resource record) {
        AnswerAccess.dress(record, Marks.of(record));
    }

    /** Explains the scope of consents that something was given out by (42 CFR 2.32(b)), in the order of their names. */
    public List<String> scopes(Session session, Collection<String> consents) {
        return new TreeSet<>(consents)
                .stream()
                        .map(consent -> scope(consent, session.caller().organization()))
                        .toList();
    }

    private String scope(String reference, String recipient) {
        try {
            Consent consent =
                    daos.getResourceDao(Consent.class).read(new IdType(reference), new SystemRequestDetails());
            return reference + " " + ScopeWords.of(ConsentReader.read(consent), recipient);
        } catch (ResourceGoneException | ResourceNotFoundException e) {
            return reference;
        }
    }

    /** Puts onto an answer what must accompany records given out by consent. */
    public void accompany(HttpServletResponse answer, Session session, Collection<String> consents) {
        Notice.head(answer, consents.stream().sorted().toList(), scopes(session, consents));
    }
}
