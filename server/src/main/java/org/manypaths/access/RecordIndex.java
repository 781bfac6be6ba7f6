package org.manypaths.access;

import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.entity.ResourceIndexedSearchParamToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Asks the database for marks, without reading records.
 *
 * <p>The marks are in the index of HAPI's token parameters, so that they are written and deleted with their record.
 */
class RecordIndex {

    private static final RequestPartitionId ALL = RequestPartitionId.allPartitions();
    private static final int CHUNK = 500;

    private final JdbcTemplate jdbc;
    private final PartitionSettings partitions;

    RecordIndex(JdbcTemplate jdbc, PartitionSettings partitions) {
        this.jdbc = jdbc;
        this.partitions = partitions;
    }

    /** One record as the index has it. */
    record Found(boolean deleted, Marks marks) {}

    /** The marks of the records with these ids; what is not stored is not in the answer. */
    Map<String, Found> find(String type, Collection<String> ids) {
        Map<String, Found> found = new HashMap<>();
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += CHUNK) {
            found.putAll(findSome(type, all.subList(from, Math.min(all.size(), from + CHUNK))));
        }
        return found;
    }

    private Map<String, Found> findSome(String type, List<String> ids) {
        List<Object> arguments = new ArrayList<>(List.of(identity(type), type));
        arguments.addAll(ids);
        Map<String, List<Coding>> codings = new HashMap<>();
        Set<String> deleted = new TreeSet<>();
        jdbc.query(
                "SELECT r.FHIR_ID, r.RES_DELETED_AT, t.SP_SYSTEM, t.SP_VALUE FROM HFJ_RESOURCE r"
                        + " LEFT JOIN HFJ_SPIDX_TOKEN t ON t.RES_ID = r.RES_ID AND t.HASH_IDENTITY = ?"
                        + " WHERE r.RES_TYPE = ? AND r.FHIR_ID IN (" + marks(ids.size()) + ")",
                row -> {
                    String id = row.getString(1);
                    List<Coding> known = codings.computeIfAbsent(id, key -> new ArrayList<>());
                    if (row.getTimestamp(2) != null) {
                        deleted.add(id);
                    }
                    if (row.getString(4) != null) {
                        known.add(Marks.coding(row.getString(3), row.getString(4)));
                    }
                },
                arguments.toArray());
        return codings.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> new Found(deleted.contains(entry.getKey()), Marks.of(entry.getValue().stream()))));
    }

    Optional<Found> find(String type, String id) {
        return Optional.ofNullable(find(type, List.of(id)).get(id));
    }

    /** The different stamps that records of a type about these people bear, by person. */
    Map<String, Set<String>> stamps(String type, Collection<String> people) {
        Map<String, Set<String>> stamps = new HashMap<>();
        List<String> all = List.copyOf(people);
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<String> some = all.subList(from, Math.min(all.size(), from + CHUNK));
            jdbc.query(
                    "SELECT DISTINCT SP_SYSTEM, SP_VALUE FROM HFJ_SPIDX_TOKEN WHERE SP_VALUE NOT LIKE '@%' AND HASH_SYS IN ("
                            + marks(some.size()) + ")",
                    row -> {
                        stamps.computeIfAbsent(row.getString(1).substring("Patient/".length()), key -> new TreeSet<>())
                                .add(row.getString(2));
                    },
                    some.stream()
                            .map(person -> system(type, "Patient/" + person))
                            .toArray());
        }
        return stamps;
    }

    /** The stamps of a type's records about a person, each with the moments of its records. */
    List<StampedMoment> moments(String type, String person) {
        return jdbc
                .queryForList(
                        "SELECT DISTINCT SP_VALUE FROM HFJ_SPIDX_TOKEN WHERE SP_VALUE LIKE '@%' AND HASH_SYS = ?",
                        String.class, system(type, "Patient/" + person))
                .stream()
                .map(StampedMoment::of)
                .toList();
    }

    /** The current versions of all records of a type about a person, as id and version. */
    Map<String, Long> versions(String type, String person) {
        Map<String, Long> versions = new HashMap<>();
        jdbc.query(
                "SELECT r.FHIR_ID, r.RES_VER FROM HFJ_SPIDX_TOKEN t JOIN HFJ_RESOURCE r ON r.RES_ID = t.RES_ID"
                        + " WHERE t.HASH_SYS = ?",
                row -> {
                    versions.put(row.getString(1), row.getLong(2));
                },
                system(type, "Patient/" + person));
        return versions;
    }

    /** Everybody about whom there is a record of the type that has this link. */
    Set<String> peopleLinked(String type, String system, String code) {
        return new TreeSet<>(jdbc.queryForList(
                        "SELECT DISTINCT p.SP_SYSTEM FROM HFJ_SPIDX_TOKEN o JOIN HFJ_SPIDX_TOKEN p"
                                + " ON p.RES_ID = o.RES_ID AND p.HASH_IDENTITY = ? AND p.SP_SYSTEM LIKE 'Patient/%'"
                                + " WHERE o.HASH_SYS_AND_VALUE = ?",
                        String.class, identity(type), both(type, system, code)))
                .stream()
                        .map(reference -> reference.substring("Patient/".length()))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** By holder: the organisations that treat the person now, as the holder's own records of the type say. */
    Stream<Map.Entry<String, String>> treating(String type, String person, Instant now) {
        return jdbc
                .query(
                        "SELECT p.SP_VALUE, o.SP_SYSTEM, o.SP_VALUE FROM HFJ_SPIDX_TOKEN p JOIN HFJ_SPIDX_TOKEN o"
                                + " ON o.RES_ID = p.RES_ID AND o.HASH_IDENTITY = ?"
                                + " AND (o.SP_VALUE = ? OR o.SP_VALUE LIKE ?)"
                                + " WHERE p.HASH_SYS = ? AND p.SP_VALUE NOT LIKE '@%'",
                        (row, number) -> new Treats(
                                Stamp.of(row.getString(1)), row.getString(2), TreatingTime.of(row.getString(3))),
                        identity(type),
                        Marks.TREATS,
                        Marks.TREATS + " %",
                        system(type, "Patient/" + person))
                .stream()
                // What came with a document says whom its sender takes for treating, not the holder.
                .filter(treats ->
                        treats.stamp().received().isEmpty() && treats.time().includes(now))
                .map(treats -> Map.entry(treats.stamp().holder(), treats.organization()));
    }

    private record Treats(Stamp stamp, String organization, TreatingTime time) {}

    /** The different stamps that records of whatever type about a person bear. */
    Stream<Stamp> stamps(Collection<String> types, String person) {
        List<Long> systems =
                types.stream().map(type -> system(type, "Patient/" + person)).toList();
        return jdbc
                .queryForList(
                        "SELECT DISTINCT SP_VALUE FROM HFJ_SPIDX_TOKEN WHERE SP_VALUE NOT LIKE '@%' AND HASH_SYS IN ("
                                + marks(systems.size()) + ")",
                        String.class,
                        systems.toArray())
                .stream()
                .map(Stamp::of);
    }

    private static String marks(int count) {
        return String.join(",", Collections.nCopies(count, "?"));
    }

    private long identity(String type) {
        return ResourceIndexedSearchParamToken.calculateHashIdentity(partitions, ALL, type, Marks.PARAMETER);
    }

    private long system(String type, String system) {
        return ResourceIndexedSearchParamToken.calculateHashSystem(partitions, ALL, type, Marks.PARAMETER, system);
    }

    private long both(String type, String system, String code) {
        return ResourceIndexedSearchParamToken.calculateHashSystemAndValue(
                partitions, ALL, type, Marks.PARAMETER, system, code);
    }
}
