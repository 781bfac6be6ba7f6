package org.manypaths.reception;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Composition.CompositionRelatesToComponent;
import org.hl7.fhir.r4.model.Composition.DocumentRelationshipType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.manypaths.reception.Digests.Told;

/**
 * The documents that are here already and that a new one goes on from: other versions of its handoff, and those that it
 * says it replaces or adds to.
 *
 * <p>Anybody can write any name into a document. It goes on from what the same sender has sent, and from nothing else.
 */
class EarlierDocuments {

    private final Shelf shelf;
    private final Digests digests;

    EarlierDocuments(Shelf shelf, Digests digests) {
        this.shelf = shelf;
        this.digests = digests;
    }

    /**
     * @param replaced documents of the same sender that this one takes the place of
     * @param appended documents of the same sender that this one adds to
     * @param newer documents of the same sender that were put together later, and came before this one
     * @param others how many there are of other senders, or of nobody knows whom
     */
    record Found(
            List<DocumentReference> replaced,
            List<DocumentReference> appended,
            List<DocumentReference> newer,
            int others) {

        List<DocumentReference> all() {
            return Stream.of(replaced, appended, newer).flatMap(List::stream).toList();
        }
    }

    /** @param person as {@code Patient/id} */
    Found of(Arrived arrived, String receiver, String person, Teller teller) {
        Map<String, DocumentReference> replaced = new LinkedHashMap<>();
        Map<String, DocumentReference> appended = new LinkedHashMap<>();
        List<Identifier> superseded = new ArrayList<>(List.of(Folder.series(arrived)));
        superseded.addAll(targets(arrived, DocumentRelationshipType.REPLACES));
        find(superseded, receiver, person).forEach(found -> replaced.put(place(found), found));
        List<Identifier> extended = targets(arrived, DocumentRelationshipType.APPENDS);
        find(extended, receiver, person).forEach(found -> {
            if (!replaced.containsKey(place(found))) {
                appended.put(place(found), found);
            }
        });
        int all = replaced.size() + appended.size();
        Map<String, Told> told = digests.of(Stream.concat(replaced.keySet().stream(), appended.keySet().stream())
                .toList());
        replaced.keySet().removeIf(place -> isAnothers(told.get(place), teller));
        appended.keySet().removeIf(place -> isAnothers(told.get(place), teller));
        int others = all - replaced.size() - appended.size();
        List<DocumentReference> newer = replaced.entrySet().stream()
                .filter(found -> isAfter(told.get(found.getKey()), arrived))
                .map(Map.Entry::getValue)
                .toList();
        replaced.values().removeAll(newer);
        return new Found(List.copyOf(replaced.values()), List.copyOf(appended.values()), newer, others);
    }

    private List<DocumentReference> find(Collection<Identifier> names, String receiver, String person) {
        return names.isEmpty() ? List.of() : shelf.documents(names, receiver, person);
    }

    private static boolean isAfter(@Nullable Told told, Arrived arrived) {
        return told != null && told.at().isAfter(arrived.at());
    }

    private static boolean isAnothers(@Nullable Told told, Teller teller) {
        return told == null || !teller.follows(told.teller());
    }

    private static String place(DocumentReference document) {
        return "DocumentReference/" + document.getIdElement().getIdPart();
    }

    private static List<Identifier> targets(Arrived arrived, DocumentRelationshipType code) {
        return arrived.composition().getRelatesTo().stream()
                .filter(related -> related.getCode() == code)
                .flatMap(related -> target(related, arrived).stream())
                .toList();
    }

    /** By identifier, or by where the Composition stood at its source; that is kept as an identifier. */
    private static Optional<Identifier> target(CompositionRelatesToComponent related, Arrived arrived) {
        if (related.getTarget() instanceof Identifier identifier) {
            return Identifiers.whole(identifier);
        }
        return related.getTarget() instanceof Reference reference
                ? Folder.source(reference, arrived).or(() -> Identifiers.whole(reference.getIdentifier()))
                : Optional.empty();
    }
}
