package org.manypaths.handoff;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.handoff.gap.Moments;

/**
 * Whether a record tells what is so: the one place that knows the statuses of FHIR R4, by the words of its value sets.
 *
 * <p>What does not hold is told nowhere as a fact. What was entered in error never holds, whatever its type. Whether an order
 * of a medicine stands is a question of its own ({@link org.manypaths.handoff.gap.CourseReader}).
 */
public final class Holds {

    private static final String ERROR = "entered-in-error";
    private static final String REFUTED = "refuted";

    /** The elements in which a record can say that it was entered in error. */
    private static final String[] STATUSES = {"status", "lifecycleStatus", "verificationStatus"};

    private record Standing(String element, Set<String> codes) {}

    /** With which codes a record of the type holds; of any other type each code but that of an error does. */
    private static final Map<String, Standing> TABLE = Map.ofEntries(
            // observation-status. registered: "there is no result yet available"; cancelled: "the measurement was not
            // started or not completed".
            type("Observation", "status", "preliminary", "final", "amended", "corrected", "unknown"),
            type("RiskAssessment", "status", "preliminary", "final", "amended", "corrected", "unknown"),
            // event-status. not-done: "terminated prior to any activity beyond preparation"; stopped: "prior to the
            // full
            // completion"; preparation, in-progress, on-hold: not done yet.
            type("Procedure", "status", "completed"),
            // medication-dispense-status. declined: "the dispense was declined and not performed"; in-progress: "ready
            // for pickup"; cancelled, stopped, on-hold, preparation: not handed over.
            type("MedicationDispense", "status", "completed"),
            // medication-admin-status. not-done, stopped, on-hold, in-progress: not given, or not all of it.
            type("MedicationAdministration", "status", "completed"),
            // medication-statement-status. active: "still being taken"; completed: "no longer being taken"; not-taken,
            // stopped, on-hold, intended: not taken now; unknown: "not currently known".
            type("MedicationStatement", "status", "active"),
            // request-status. draft: "not yet actionable"; revoked: "terminated prior to the known full completion".
            type("ServiceRequest", "status", "active", "on-hold", "completed"),
            // goal-status. cancelled: "abandoned"; rejected: "a proposed goal was rejected".
            type("Goal", "lifecycleStatus", "proposed", "planned", "accepted", "active", "on-hold", "completed"),
            // care-team-status. proposed: "yet to be approved"; suspended: "temporarily on hold"; inactive: "not
            // currently
            // operating".
            type("CareTeam", "status", "active"),
            // condition-ver-status, allergyintolerance-verification. refuted: "ruled out", "disproven". What is not
            // confirmed holds, and is told as not confirmed.
            type("Condition", "verificationStatus", "unconfirmed", "provisional", "differential", "confirmed"),
            type("AllergyIntolerance", "verificationStatus", "unconfirmed", "confirmed"));

    private Holds() {}

    private static Map.Entry<String, Standing> type(String type, String element, String... codes) {
        return Map.entry(type, new Standing(element, Set.of(codes)));
    }

    /** Whether it holds, was known by then, and has not ended by then. */
    public static boolean at(Resource record, OffsetDateTime moment) {
        boolean within = !(record instanceof CareTeam team) || during(team.getPeriod(), moment);
        return within && isSo(record) && AsOfRules.isKnown(record, moment);
    }

    /** By its status alone; a record that says nothing of itself holds. */
    public static boolean isSo(Resource record) {
        Standing standing = TABLE.get(record.fhirType());
        return !isError(record)
                && !forbids(record)
                && (standing == null
                        || codes(record, standing.element())
                                .findFirst()
                                .map(standing.codes()::contains)
                                .orElse(true));
    }

    /** Entered in error. */
    public static boolean isError(Resource record) {
        return says(record, ERROR);
    }

    /** Entered in error, or found to be untrue: there is nothing to ask a person about. */
    static boolean isVoid(Resource record) {
        return says(record, ERROR) || says(record, REFUTED);
    }

    /** Whether a time has begun and not ended, at that moment; what it leaves open counts as open. */
    public static boolean during(Period period, OffsetDateTime moment) {
        boolean begun = Moments.start(period.getStartElement(), moment.getOffset())
                .map(start -> !start.isAfter(moment))
                .orElse(true);
        return begun
                && (!period.hasEnd()
                        || Moments.end(period.getEndElement(), moment.getOffset())
                                .isAfter(moment));
    }

    /** A request that something must not be done is no request to do it. */
    private static boolean forbids(Resource record) {
        return values(record, "doNotPerform").map(Base::primitiveValue).anyMatch("true"::equals);
    }

    private static boolean says(Resource record, String code) {
        return Stream.of(STATUSES).flatMap(element -> codes(record, element)).anyMatch(code::equals);
    }

    private static Stream<String> codes(Resource record, String element) {
        return values(record, element)
                .flatMap(value -> value instanceof CodeableConcept concept
                        ? concept.getCoding().stream().map(Coding::getCode)
                        : Stream.of(value.primitiveValue()))
                .flatMap(code -> Optional.ofNullable(code).stream());
    }

    private static Stream<Base> values(Resource record, String element) {
        Property found = record.getNamedProperty(element);
        return found == null ? Stream.empty() : found.getValues().stream();
    }
}
