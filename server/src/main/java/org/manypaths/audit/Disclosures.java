package org.manypaths.audit;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.ServletRequest;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.manypaths.consent.Decision;
import org.manypaths.consent.Purpose;
import org.manypaths.consent.RecordFacts;

/**
 * What was decided of each record while one request was answered.
 *
 * <p>Who decides notes it here; before the answer leaves, the trail takes the ground of each record that is in the answer
 * from here, and what was withheld. A request is answered by one thread at a time, yet not always by the same one.
 */
public final class Disclosures {

    private static final String ATTRIBUTE = Disclosures.class.getName();

    private final Map<String, Note> notes = new LinkedHashMap<>();
    private final Map<String, IBaseResource> drawn = new LinkedHashMap<>();
    private final Set<String> written = new HashSet<>();
    private Optional<Purpose> purpose = Optional.empty();
    private Optional<String> emergency = Optional.empty();
    private boolean recorded;
    private boolean brokenOff;

    /**
     * What is known of one record.
     *
     * @param person logical id of the Patient it is about
     * @param holder logical id of the organisation on whose side it is kept
     */
    record Note(Optional<String> person, Optional<String> holder, Optional<Decision> decision) {}

    /** The notes of the request at hand; empty ones for a request that has none yet. */
    public static Disclosures of(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Disclosures disclosures) {
            return disclosures;
        }
        Disclosures fresh = new Disclosures();
        request.setAttribute(ATTRIBUTE, fresh);
        return fresh;
    }

    /** The notes of the request at hand, also of one that the server made for itself. */
    public static Disclosures of(RequestDetails request) {
        return request instanceof ServletRequestDetails servlet && servlet.getServletRequest() != null
                ? of(servlet.getServletRequest())
                : (Disclosures) request.getUserData().computeIfAbsent(ATTRIBUTE, key -> new Disclosures());
    }

    /** Notes that belong to no request, for work in the background. */
    public static Disclosures unattached() {
        return new Disclosures();
    }

    /**
     * Notes what was decided of a record; the last word counts.
     *
     * @param record {@code Type/id}
     */
    public void decided(String record, RecordFacts facts, Decision decision) {
        note(record, new Note(Optional.of(facts.person()), Optional.of(facts.holder()), Optional.of(decision)));
    }

    /**
     * Notes what was decided of a record of which less is known; the last word counts.
     *
     * @param record {@code Type/id}
     * @param person logical id of the Patient it is about; empty where it is about nobody, or about several
     * @param holder logical id of the organisation on whose side it is kept
     */
    public void decided(String record, Optional<String> person, Optional<String> holder, Decision decision) {
        note(record, new Note(person, holder, Optional.of(decision)));
    }

    /** Notes that an answer is drawn from a record that need not be in it itself; decided of it was before. */
    public synchronized void drawnFrom(IBaseResource record) {
        drawn.put(RecordName.plain(record), record);
    }

    /** The records that the answer is drawn from. */
    synchronized List<IBaseResource> drawn() {
        return List.copyOf(drawn.values());
    }

    /** Notes whom a record is about where nobody had to decide. */
    void about(String record, Optional<String> person, Optional<String> holder) {
        note(record, new Note(person, holder, Optional.empty()));
    }

    /** Notes that records go out in a medical emergency, and which (42 CFR 2.51). */
    public synchronized void emergency(String nature) {
        emergency = Optional.of(nature);
    }

    synchronized Optional<String> emergency() {
        return emergency;
    }

    /** Notes what the answer is for. */
    public synchronized void purpose(Purpose stated) {
        purpose = Optional.of(stated);
    }

    private synchronized void note(String record, Note note) {
        notes.put(record, note);
    }

    synchronized Optional<Purpose> purpose() {
        return purpose;
    }

    /** A record that this request wrote itself: giving it back is no disclosure. */
    synchronized void wrote(String record) {
        written.add(record);
    }

    synchronized boolean hasWritten() {
        return !written.isEmpty();
    }

    synchronized boolean hasWritten(String record) {
        return written.contains(record);
    }

    /** Says that the trail has what this answer gives out; otherwise its first byte is held back until it has. */
    public synchronized void recorded() {
        recorded = true;
    }

    synchronized boolean isRecorded() {
        return recorded;
    }

    /** Drops what was noted of records that are written by now. */
    synchronized void forget() {
        notes.clear();
        drawn.clear();
    }

    /** Says that an answer that has begun must not look complete. */
    synchronized void breakOff() {
        brokenOff = true;
    }

    synchronized boolean isBrokenOff() {
        return brokenOff;
    }

    /** What was noted of a record. */
    synchronized Optional<Note> of(String record) {
        return Optional.ofNullable(notes.get(record));
    }

    /** All notes so far, by record. */
    synchronized Map<String, Note> all() {
        return new LinkedHashMap<>(notes);
    }
}
