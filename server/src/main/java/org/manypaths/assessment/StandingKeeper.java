package org.manypaths.assessment;

import ca.uhn.fhir.jpa.api.dao.IDao;
import ca.uhn.fhir.jpa.model.dao.JpaPid;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Observation;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the standing of every stored stage of change true, in the transaction of the write that changes it.
 *
 * <p>What comes in is judged before it is stored, so that its first version is right already. Before the commit, with
 * the person locked, everything about the person is judged again from the database, and whatever else has gained or
 * lost its standing is stored as a new version. Only the second judgement counts; the first spares a version.
 */
class StandingKeeper {

    private static final long NOT_STORED_YET = Long.MAX_VALUE / 2;

    private final StageStore store;
    private final PersonLock lock;
    private final Supplier<StageReader> reader;

    StandingKeeper(StageStore store, PersonLock lock, Supplier<StageReader> reader) {
        this.store = store;
        this.lock = lock;
        this.reader = reader;
    }

    /** Writes into {@code incoming} the standing that it is about to have, in place of anything that the sender wrote. */
    void prepare(Observation incoming, Optional<Observation> previous, TransactionDetails transaction) {
        if (!StageReader.isStageOfChange(incoming)) {
            Standing.write(incoming, Optional.empty());
            return;
        }
        StageWrites writes = StageWrites.in(transaction);
        writes.add(incoming);
        Set<String> people = people(Stream.concat(Stream.of(incoming), previous.stream()));
        if (!transaction.isFhirTransaction()) {
            // A bundle takes its locks at its end: it may be long, and may name people in any order.
            lock.take(people);
        }
        List<Observation> together =
                writes.about(String.valueOf(incoming.getSubject().getReference()));
        List<Observation> all = new ArrayList<>(together.isEmpty() ? List.of(incoming) : together);
        person(incoming)
                .map(person -> writes.storedBefore(person, store::stagesOf))
                .ifPresent(all::addAll);
        judge(all).entrySet().stream()
                .filter(judged -> together.contains(judged.getKey()) || judged.getKey() == incoming)
                .forEach(judged -> Standing.write(judged.getKey(), judged.getValue()));
    }

    /** Makes everything stored about the people whom the written observations are about true again. */
    void settle(Stream<Observation> changed, @Nullable RequestDetails cause, TransactionDetails transaction) {
        Set<String> people = people(changed);
        if (people.isEmpty()) {
            return;
        }
        StageWrites writes = StageWrites.in(transaction);
        people.removeIf(person -> !writes.settle(person) && transaction.isFhirTransaction());
        lock.take(people);
        for (String person : people) {
            judge(store.stagesOf(person)).forEach((stored, standing) -> {
                Observation observation = writes.writtenOr(stored);
                if (Standing.write(observation, standing)) {
                    store.save(observation, cause, transaction);
                }
            });
        }
    }

    /** Of two with one id the first counts: what is being written stands before what is stored. */
    private IdentityHashMap<Observation, Optional<Standing>> judge(List<Observation> observations) {
        Map<String, Long> arrivals = arrivals(observations);
        IdentityHashMap<Observation, Optional<StageOfChange>> stated = new IdentityHashMap<>();
        Set<String> names = new HashSet<>();
        for (Observation observation : observations) {
            String id = observation.getIdElement().getIdPart();
            String name = id == null ? "new " + names.size() : id;
            if (names.add(name)) {
                long arrival = arrivals.getOrDefault(name, NOT_STORED_YET + names.size());
                stated.put(observation, reader.get().read(observation, name, arrival));
            }
        }
        Set<StageOfChange> current = StandingRules.current(
                stated.values().stream().flatMap(Optional::stream).toList());
        IdentityHashMap<Observation, Optional<Standing>> judged = new IdentityHashMap<>();
        stated.forEach((observation, stage) -> judged.put(
                observation, stage.map(said -> current.contains(said) ? Standing.CURRENT : Standing.SUPERSEDED)));
        return judged;
    }

    /** The internal numbers rise in the order of storing, and are never changed by an update. */
    private static Map<String, Long> arrivals(List<Observation> observations) {
        Map<String, Long> arrivals = new HashMap<>();
        for (Observation observation : observations) {
            JpaPid internal = IDao.RESOURCE_PID.get(observation);
            if (internal != null) {
                arrivals.put(observation.getIdElement().getIdPart(), internal.getId());
            }
        }
        return arrivals;
    }

    private static Set<String> people(Stream<Observation> observations) {
        return observations
                .filter(StageReader::isStageOfChange)
                .flatMap(observation -> person(observation).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The id of the person if the reference names a stored Patient of ours. */
    private static Optional<String> person(Observation observation) {
        IIdType subject = observation.getSubject().getReferenceElement();
        boolean stored = "Patient".equals(subject.getResourceType()) && subject.hasIdPart() && !subject.isAbsolute();
        return stored ? Optional.of(subject.getIdPart()) : Optional.empty();
    }
}
