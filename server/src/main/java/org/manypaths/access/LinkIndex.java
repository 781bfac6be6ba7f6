package org.manypaths.access;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.jpa.model.dao.JpaPid;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which records refer to which, as HAPI's index of references has it. */
class LinkIndex {

    private static final int CHUNK = 500;
    private static final String SOURCES = "SELECT DISTINCT s.RES_TYPE, s.FHIR_ID FROM HFJ_RESOURCE t"
            + " JOIN HFJ_RES_LINK l ON l.TARGET_RESOURCE_ID = t.RES_ID"
            + " JOIN HFJ_RESOURCE s ON s.RES_ID = l.SRC_RESOURCE_ID";

    private final JdbcTemplate jdbc;
    private final FhirContext fhirContext;

    LinkIndex(JdbcTemplate jdbc, FhirContext fhirContext) {
        this.jdbc = jdbc;
        this.fhirContext = fhirContext;
    }

    FhirContext fhirContext() {
        return fhirContext;
    }

    /** The logical ids of the records of a type that these refer to by the search parameter. */
    Set<String> targets(List<JpaPid> sources, String source, RuntimeSearchParam reference, String type) {
        List<String> paths = reference.getPathsSplitForResourceType(source);
        List<Object> fixed = new ArrayList<>(paths);
        fixed.add(type);
        return inChunks(
                "SELECT DISTINCT r.FHIR_ID FROM HFJ_RES_LINK l JOIN HFJ_RESOURCE r ON r.RES_ID = l.TARGET_RESOURCE_ID"
                        + " WHERE l.SRC_PATH IN (" + marks(paths.size()) + ") AND r.RES_TYPE = ?"
                        + " AND l.SRC_RESOURCE_ID IN ",
                fixed,
                sources);
    }

    /** What refers to a record and to this person, or is the person: ids by type. */
    Map<String, Set<String>> sourcesAbout(String person, String type, String id) {
        return byType(
                SOURCES + " JOIN HFJ_RES_LINK p ON p.SRC_RESOURCE_ID = l.SRC_RESOURCE_ID"
                        + " JOIN HFJ_RESOURCE q ON q.RES_ID = p.TARGET_RESOURCE_ID"
                        + " WHERE t.RES_TYPE = ? AND t.FHIR_ID = ? AND q.RES_TYPE = 'Patient' AND q.FHIR_ID = ?"
                        + " UNION " + SOURCES + " WHERE t.RES_TYPE = ? AND t.FHIR_ID = ? AND s.RES_TYPE = 'Patient'"
                        + " AND s.FHIR_ID = ?",
                List.of(type, id, person, type, id, person));
    }

    /** What of these types refers to a record: ids by type. */
    Map<String, Set<String>> sources(Collection<String> among, String type, String id) {
        List<Object> arguments = new ArrayList<>(List.of(type, id));
        arguments.addAll(among);
        return byType(
                SOURCES + " WHERE t.RES_TYPE = ? AND t.FHIR_ID = ? AND l.SOURCE_RESOURCE_TYPE IN ("
                        + marks(among.size()) + ")",
                arguments);
    }

    private Map<String, Set<String>> byType(String sql, List<Object> arguments) {
        Map<String, Set<String>> found = new TreeMap<>();
        jdbc.query(
                sql,
                row -> {
                    found.computeIfAbsent(row.getString(1), key -> new TreeSet<>())
                            .add(row.getString(2));
                },
                arguments.toArray());
        return found;
    }

    Set<String> ids(List<JpaPid> records) {
        return inChunks("SELECT r.FHIR_ID FROM HFJ_RESOURCE r WHERE r.RES_ID IN ", List.of(), records);
    }

    private Set<String> inChunks(String sql, List<Object> fixed, List<JpaPid> pids) {
        Set<String> ids = new TreeSet<>();
        for (int from = 0; from < pids.size(); from += CHUNK) {
            List<JpaPid> some = pids.subList(from, Math.min(pids.size(), from + CHUNK));
            List<Object> arguments = new ArrayList<>(fixed);
            some.forEach(pid -> arguments.add(pid.getId()));
            ids.addAll(jdbc.queryForList(sql + "(" + marks(some.size()) + ")", String.class, arguments.toArray()));
        }
        return ids;
    }

    private static String marks(int count) {
        return String.join(",", Collections.nCopies(count, "?"));
    }
}
