package org.manypaths.handoff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.access.RecordReleaser;
import org.manypaths.access.References;
import org.manypaths.handoff.gate.Passage;

/**
 * Makes a set of records stand alone: every reference leads to one of them or is gone.
 *
 * <p>A reference to what is held here and does not travel goes without a trace; where it may not travel, the narrative
 * around it goes too, for it may tell what the reference told. A reference to what is not held here keeps its words.
 */
final class StandAlone {

    private final Map<String, Resource> travelling = new LinkedHashMap<>();
    private final Set<String> held;
    private final Set<String> keptBack;
    private final Set<String> cutBefore;
    private final List<Resource> altered = new ArrayList<>();

    /**
     * @param held all that is held about the person, as {@code Type/id}
     * @param keptBack what of it may not go
     * @param cutBefore what of it says less than it was stored already
     */
    StandAlone(List<Resource> travelling, Set<String> held, Set<String> keptBack, Set<String> cutBefore) {
        travelling.forEach(record -> this.travelling.put(Passage.key(record), record));
        this.held = Set.copyOf(held);
        this.keptBack = Set.copyOf(keptBack);
        this.cutBefore = Set.copyOf(cutBefore);
    }

    /** Copies of the records and of all that they lead to, in the order in which they are met. */
    List<Resource> copiesFrom(List<Resource> first) {
        Map<String, Resource> met = new LinkedHashMap<>();
        Deque<Resource> ahead = new ArrayDeque<>(first);
        while (!ahead.isEmpty()) {
            Resource next = ahead.removeFirst();
            if (met.putIfAbsent(Passage.key(next), next) == null) {
                References.visit(next, reference -> {
                    Resource target = travelling.get(References.key(reference));
                    if (target != null) {
                        ahead.addLast(target);
                    }
                });
            }
        }
        List<Resource> copies = new ArrayList<>();
        met.values().forEach(record -> copies.add(cut(record.copy(), met.keySet())));
        return copies;
    }

    /** The copies that say less than their originals; the others are as they were stored. */
    List<Resource> altered() {
        return List.copyOf(altered);
    }

    private Resource cut(Resource copy, Set<String> inside) {
        boolean[] cut = {false};
        boolean[] toldTooMuch = {false};
        References.visit(copy, reference -> {
            String key = References.key(reference);
            if (inside.contains(key)) {
                reference.setReference(key);
            } else if (!key.isEmpty() && !key.startsWith("#")) {
                cut[0] = true;
                toldTooMuch[0] |= keptBack.contains(key);
                forget(reference, held.contains(key));
            }
        });
        if (cut[0]) {
            References.prune(copy);
        }
        if (cut[0] || cutBefore.contains(Passage.key(copy))) {
            altered.add(copy);
        }
        if (toldTooMuch[0] && copy instanceof DomainResource resource) {
            resource.setText(null);
        }
        strip(copy);
        return copy;
    }

    private static void forget(Reference reference, boolean altogether) {
        if (altogether) {
            References.forget(reference);
        } else {
            reference.setReference(null);
            reference.setResource(null);
        }
    }

    /** It leaves with its labels. What this server notes for itself does not concern the receiver, and changes without the record changing. */
    private static void strip(Resource copy) {
        RecordReleaser.dress(copy);
        copy.setIdElement(copy.getIdElement().toUnqualifiedVersionless());
        copy.getMeta().setVersionId(null);
        copy.getMeta().setLastUpdated(null);
        copy.getMeta().setSource(null);
        copy.getMeta().setTag(null);
    }
}
