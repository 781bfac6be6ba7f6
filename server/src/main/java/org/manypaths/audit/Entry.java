package org.manypaths.audit;

import java.util.List;
import java.util.Optional;

/**
 * One thing that was done, for one person at most: an answer about two people makes two entries. Ids only, never a name.
 *
 * <p>The trail itself adds the time, the node and the place in its chain.
 *
 * @param client id of the client whose token it was; empty for a caller without one
 * @param user who was signed in, as {@code Practitioner/id} or {@code Patient/id}; empty for a client by itself
 * @param organization logical id of the organisation that the client belongs to
 * @param person logical id of the Patient it is about; empty where it is about nobody
 * @param holder logical id of the organisation on whose side the records are kept; it may see the entry
 * @param records what was read, written or withheld, as {@code Type/id/_history/version} where the version is known
 * @param query what was searched for, as far as {@link KeptQuery} keeps it
 * @param purpose what for, a name of {@link org.manypaths.consent.Purpose}
 * @param basis the legal ground, a name of {@link org.manypaths.consent.Basis}
 * @param consent logical id of the Consent that it rests on
 * @param reason why it was refused or how it failed; of an emergency, what it was
 * @param requestId the id in the answer's {@code X-Request-ID}
 */
public record Entry(
        Kind kind,
        Optional<String> client,
        Optional<String> user,
        Optional<String> organization,
        Optional<String> person,
        Optional<String> holder,
        List<String> records,
        Optional<String> query,
        Optional<String> purpose,
        Optional<String> basis,
        Optional<String> consent,
        Outcome outcome,
        Optional<String> reason,
        String requestId) {

    public Entry {
        records = List.copyOf(records);
    }

    /** An entry about nobody's records, or about records whose holder is not known. */
    public Entry(
            Kind kind,
            Optional<String> client,
            Optional<String> organization,
            Optional<String> person,
            List<String> records,
            Optional<String> query,
            Optional<String> purpose,
            Optional<String> basis,
            Optional<String> consent,
            Outcome outcome,
            Optional<String> reason,
            String requestId) {
        this(
                kind,
                client,
                Optional.empty(),
                organization,
                person,
                Optional.empty(),
                records,
                query,
                purpose,
                basis,
                consent,
                outcome,
                reason,
                requestId);
    }

    /** The same by a signed-in user. */
    Entry by(Optional<String> who) {
        return new Entry(
                kind,
                client,
                who,
                organization,
                person,
                holder,
                records,
                query,
                purpose,
                basis,
                consent,
                outcome,
                reason,
                requestId);
    }

    /** The same about a person. */
    Entry about(String whom) {
        return new Entry(
                kind,
                client,
                user,
                organization,
                Optional.of(whom),
                holder,
                records,
                query,
                purpose,
                basis,
                consent,
                outcome,
                reason,
                requestId);
    }
}
