package org.manypaths.audit;

import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.manypaths.consent.Purpose;
import org.manypaths.security.Session;

/** Puts into the trail what the server tells somebody by itself, without a request of theirs. */
public final class SentRecord {

    /** Stands where entries of a request have that request's id. */
    private static final String NO_REQUEST = "none";

    private final Trail trail;
    private final AnswerEntries answers;

    SentRecord(Trail trail, Persons persons) {
        this.trail = trail;
        answers = new AnswerEntries(persons);
    }

    /**
     * Appends what is told, or that it is not; when it returns it may be sent.
     *
     * @param session in whose name it would be asked for
     * @param what is done, in a few words
     * @param given the record that is told of; empty where it is withheld
     * @throws TrailUnavailableException when it must not be
     */
    public void append(Session session, String what, Optional<? extends IBaseResource> given, Disclosures notes) {
        Facts facts = new Facts(
                Optional.of(session.client()),
                session.user(),
                Optional.of(session.caller().organization()),
                notes.purpose().map(Purpose::name),
                what,
                NO_REQUEST);
        trail.append(
                given.isPresent()
                        ? answers.of(facts, Kind.OPERATION, given.get(), notes)
                        : AnswerEntries.withheld(facts, notes));
    }
}
