package org.manypaths.handoff;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.manypaths.handoff.gap.Moments;

/**
 * What was known of a person at a moment, by the time that each record tells of itself.
 *
 * <p>When it reached this server says nothing: a stay is often entered afterwards. A record without any such time counts
 * as known; a later change of a record is told as it is now.
 */
public final class AsOfRules {

    /** In this order; the first that a record has says since when it is known. */
    private static final Map<String, List<String>> SINCE = Map.ofEntries(
            Map.entry("Observation", List.of("effective", "issued")),
            Map.entry("Condition", List.of("recordedDate", "onset")),
            Map.entry("AllergyIntolerance", List.of("recordedDate", "onset")),
            Map.entry("Procedure", List.of("performed")),
            Map.entry("MedicationRequest", List.of("authoredOn")),
            Map.entry("MedicationAdministration", List.of("effective")),
            Map.entry("MedicationDispense", List.of("whenHandedOver", "whenPrepared")),
            Map.entry("MedicationStatement", List.of("dateAsserted", "effective")),
            Map.entry("RiskAssessment", List.of("occurrence")),
            Map.entry("Goal", List.of("start", "statusDate")),
            Map.entry("CarePlan", List.of("created", "period")),
            Map.entry("CareTeam", List.of("period")),
            Map.entry("ServiceRequest", List.of("authoredOn", "occurrence")),
            Map.entry("Task", List.of("authoredOn")),
            Map.entry("Appointment", List.of("created")),
            Map.entry("Encounter", List.of("period")),
            Map.entry("EpisodeOfCare", List.of("period")),
            Map.entry("Composition", List.of("date")),
            Map.entry("Consent", List.of("dateTime")));

    private AsOfRules() {}

    public static boolean isKnown(Resource record, OffsetDateTime asOf) {
        return knownSince(record, asOf.getOffset())
                .map(since -> !since.isAfter(asOf))
                .orElse(true);
    }

    /**
     * Since when it is known, by its own word.
     *
     * @param dayOf whose days are meant where only a day is told
     */
    public static Optional<OffsetDateTime> knownSince(Resource record, ZoneOffset dayOf) {
        return SINCE.getOrDefault(record.fhirType(), List.of()).stream()
                .flatMap(name -> values(record, name))
                .filter(Type.class::isInstance)
                .flatMap(time -> Moments.start((Type) time, dayOf).stream())
                .findFirst();
    }

    private static Stream<Base> values(Resource record, String element) {
        Property choice = record.getNamedProperty(element + "[x]");
        Property found = choice == null ? record.getNamedProperty(element) : choice;
        return found == null ? Stream.empty() : found.getValues().stream();
    }
}
