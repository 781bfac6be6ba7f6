package org.manypaths.access;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.ServletRequest;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.access.AnswerAccess.Shown;
import org.manypaths.audit.Disclosures;
import org.manypaths.consent.Decision.Permit;

/**
 * What a total tells of records that are not in the answer: that there are so many is given out like a record.
 *
 * <p>They are looked up by their ids, so that the trail has them and the answer bears the notice of the consents that it
 * rests on (42 CFR 2.25, 2.32). The caller's own are not looked at.
 */
class CountedRecords {

    /** A total of more is not given out with one search. */
    static final int MOST = 1_000;

    private static final String ATTRIBUTE = CountedRecords.class.getName();
    private static final String OTHERS = ATTRIBUTE + ".others";
    private static final String PERSON = "Patient/";

    /** What shapes the answer, and finds nothing. */
    private static final Set<String> SHAPES = Set.of(
            "_summary",
            "_count",
            "_total",
            "_sort",
            "_elements",
            "_format",
            "_pretty",
            "_include",
            "_revinclude",
            "_offset");

    private final LinkedCriteria searches;
    private final RecordGuard guard;
    private final FhirContext fhirContext;

    CountedRecords(LinkedCriteria searches, RecordGuard guard, FhirContext fhirContext) {
        this.searches = searches;
        this.guard = guard;
        this.fhirContext = fhirContext;
    }

    /** Whether a search asks for a number and for no record. */
    static boolean isCount(Map<String, String[]> asked) {
        return Arrays.asList(asked.getOrDefault("_summary", new String[0])).contains("count")
                || Arrays.stream(asked.getOrDefault("_count", new String[0])).anyMatch(CountedRecords::isNone);
    }

    private static boolean isNone(String number) {
        return number.matches("[+-]?\\p{Nd}+") && new BigInteger(number).signum() <= 0;
    }

    /** A narrowed search that has reached records of others: in the answer to it a total may tell of these. */
    static void reachesOthers(ServletRequest request) {
        request.setAttribute(OTHERS, true);
    }

    static boolean hasReachedOthers(ServletRequest request) {
        return request.getAttribute(OTHERS) != null;
    }

    /** What was counted in this request so far. */
    @SuppressWarnings("unchecked")
    static List<Shown> all(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof List<?> known) {
            return (List<Shown>) known;
        }
        List<Shown> fresh = Collections.synchronizedList(new ArrayList<>());
        request.setAttribute(ATTRIBUTE, fresh);
        return fresh;
    }

    /** Of the values that a search is narrowed to, those by which it finds records of others, about these people. */
    static List<String> ofOthers(Map<String, String[]> narrowed, Predicate<String> about) {
        return Arrays.stream(narrowed.getOrDefault(Marks.PARAMETER, new String[0]))
                .flatMap(values -> Arrays.stream(values.split(",")))
                .filter(value -> value.startsWith(PERSON))
                .filter(value -> about.test(value.substring(PERSON.length(), value.indexOf('|'))))
                .toList();
    }

    /**
     * Notes as given out what a narrowed search finds by these values.
     *
     * @return false where there is more than can be looked up; nothing is noted then
     */
    boolean note(
            Sight sight, String type, Map<String, String[]> narrowed, List<String> values, ServletRequest request) {
        if (values.isEmpty()) {
            return true;
        }
        Map<String, String[]> criteria = new LinkedHashMap<>(narrowed);
        criteria.keySet().removeIf(name -> SHAPES.contains(name.replaceFirst(":.*", "")));
        criteria.put(Marks.PARAMETER, new String[] {String.join(",", values)});
        Set<String> ids = searches.ids(type, criteria, MOST + 1);
        if (ids.size() > MOST) {
            return false;
        }
        guard.findAll(sight, type, ids).forEach((id, finding) -> note(type + "/" + id, finding, request));
        return true;
    }

    private void note(String name, RecordGuard.Finding finding, ServletRequest request) {
        if (finding.decision() instanceof Permit permit) {
            IdType id = new IdType(name);
            Resource record = (Resource)
                    fhirContext.getResourceDefinition(id.getResourceType()).newInstance();
            record.setId(id);
            Disclosures notes = Disclosures.of(request);
            finding.marks().note(record, permit, notes);
            notes.drawnFrom(record);
            all(request).add(new Shown(record, finding.marks(), permit));
        }
    }
}
