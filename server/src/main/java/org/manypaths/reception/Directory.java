package org.manypaths.reception;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.access.Origin;
import org.manypaths.reception.Digests.Told;
import org.manypaths.security.Clients;
import org.manypaths.security.Registration;
import org.manypaths.security.Role;

/**
 * Those who give care, and where, whom a receiver knows by a business identifier.
 *
 * <p>Everybody reads the directory and anybody can write an entry with somebody's identifier: one counts only where
 * whoever keeps it vouches for it. The others make nobody known, and do not hide who is.
 */
class Directory {

    private final Shelf shelf;
    private final Digests digests;
    private final Clients clients;

    Directory(Shelf shelf, Digests digests, Clients clients) {
        this.shelf = shelf;
        this.digests = digests;
        this.clients = clients;
    }

    /** Whose word an entry has; that of the first counts before that of the second. */
    private enum Word {
        /** The operator's, the receiver's own, or what the same sender told before. */
        VOUCHED,
        /** What a registered client says of its own Organization. */
        OF_ITSELF
    }

    /** Whose word counts in one document. */
    private record Judge(String receiver, Teller teller, Set<String> operators, Set<String> registered) {

        Optional<Word> of(Resource found, Optional<Told> told) {
            Optional<String> holder = Origin.holderOf(found);
            boolean own = holder.filter(receiver::equals).isPresent();
            if (Origin.isReceived(found)) {
                boolean earlier = own
                        && told.filter(known -> teller.follows(known.teller())).isPresent();
                return earlier ? Optional.of(Word.VOUCHED) : Optional.empty();
            }
            if (own || holder.filter(operators::contains).isPresent()) {
                return Optional.of(Word.VOUCHED);
            }
            String id = found.getIdElement().getIdPart();
            boolean itself = found instanceof Organization
                    && registered.contains(id)
                    && holder.orElse(id).equals(id);
            return itself ? Optional.of(Word.OF_ITSELF) : Optional.empty();
        }
    }

    /** Where those of a document stand here, by type and identifier: one search for each type. */
    Map<String, String> of(Arrived arrived, String receiver, Teller teller) {
        Map<String, List<Identifier>> identifiers = new LinkedHashMap<>();
        arrived.entries().values().forEach(record -> Identifiers.of(record).forEach(identifier -> identifiers
                .computeIfAbsent(record.fhirType(), type -> new ArrayList<>())
                .add(identifier)));
        List<Resource> found = identifiers.entrySet().stream()
                .flatMap(wanted -> shelf.identified(wanted.getKey(), wanted.getValue()).stream())
                .toList();
        return found.isEmpty() ? Map.of() : known(found, judge(receiver, teller));
    }

    static String key(Resource record, Identifier identifier) {
        return record.fhirType() + "|" + Identifiers.key(identifier);
    }

    private Judge judge(String receiver, Teller teller) {
        List<Registration> all = clients.all();
        return new Judge(
                receiver,
                teller,
                all.stream()
                        .filter(client -> client.role() == Role.OPERATOR)
                        .map(Registration::organization)
                        .collect(Collectors.toSet()),
                all.stream().map(Registration::organization).collect(Collectors.toSet()));
    }

    /** An identifier that several have who are vouched for tells of none. */
    private Map<String, String> known(List<Resource> found, Judge judge) {
        Map<String, Told> told =
                digests.of(found.stream().map(Directory::place).distinct().toList());
        Map<Word, Map<String, Set<String>>> places = new HashMap<>();
        for (Resource entry : found) {
            judge.of(entry, Optional.ofNullable(told.get(place(entry)))).ifPresent(word -> Identifiers.of(entry)
                    .forEach(identifier -> places.computeIfAbsent(word, each -> new HashMap<>())
                            .computeIfAbsent(key(entry, identifier), key -> new TreeSet<>())
                            .add(place(entry))));
        }
        Map<String, Set<String>> all = new HashMap<>(places.getOrDefault(Word.OF_ITSELF, Map.of()));
        all.putAll(places.getOrDefault(Word.VOUCHED, Map.of()));
        return all.entrySet().stream()
                .filter(entry -> entry.getValue().size() == 1)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().iterator().next()));
    }

    private static String place(Resource entry) {
        return entry.fhirType() + "/" + entry.getIdElement().getIdPart();
    }
}
