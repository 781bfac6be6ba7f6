package org.manypaths.assessment;

import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Observation;

/** The stages of change that one interaction writes, from its first entry to its commit. */
final class StageWrites {

    private final List<Observation> written = new ArrayList<>();
    private final Map<String, List<Observation>> stored = new HashMap<>();
    private final Set<String> settled = new HashSet<>();

    private StageWrites() {}

    static StageWrites in(TransactionDetails transaction) {
        StageWrites known = transaction.getUserData(StageWrites.class.getName());
        if (known != null) {
            return known;
        }
        StageWrites fresh = new StageWrites();
        transaction.putUserData(StageWrites.class.getName(), fresh);
        // HAPI repeats a transaction that lost a race with the same details and the same resources.
        transaction.addRollbackUndoAction(fresh::forget);
        return fresh;
    }

    /** Adds what is about to be written; HAPI shows some observations twice. */
    void add(Observation observation) {
        if (written.stream().noneMatch(known -> known == observation)) {
            written.add(observation);
        }
    }

    /** What is written about the subject that the reference names, be it a placeholder or a stored person. */
    List<Observation> about(String subject) {
        return written.stream()
                .filter(observation -> subject.equals(observation.getSubject().getReference()))
                .toList();
    }

    /** What was stored about the person before, read once. */
    List<Observation> storedBefore(String person, Function<String, List<Observation>> reader) {
        return stored.computeIfAbsent(person, reader);
    }

    /** The instance that is being written, which is also what the answer is made of; or else the stored one. */
    Observation writtenOr(Observation observation) {
        String id = observation.getIdElement().getIdPart();
        return written.stream()
                .filter(known -> id.equals(known.getIdElement().getIdPart()))
                .findFirst()
                .orElse(observation);
    }

    /** True for the first who asks: at the end of a bundle each person is settled once. */
    boolean settle(String person) {
        return settled.add(person);
    }

    private void forget() {
        written.clear();
        stored.clear();
        settled.clear();
    }
}
