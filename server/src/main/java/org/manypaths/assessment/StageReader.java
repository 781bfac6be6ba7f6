package org.manypaths.assessment;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationComponentComponent;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;

/** Reads a {@link StageOfChange} out of an Observation. */
public final class StageReader {

    private static final Set<ObservationStatus> WITHDRAWN =
            EnumSet.of(ObservationStatus.ENTEREDINERROR, ObservationStatus.CANCELLED);

    private final SubstanceClasses substances;

    public StageReader(SubstanceClasses substances) {
        this.substances = substances;
    }

    /** True for what is meant as a stage of change, with or without our profile, whole or not. */
    public static boolean isStageOfChange(Observation observation) {
        return observation.getCode().hasCoding(AssessmentCodes.OBSERVATION, AssessmentCodes.STAGE_OF_CHANGE);
    }

    /**
     * The stage that the observation states; empty if it states none.
     *
     * <p>None is stated by one that was withdrawn, that has no value (asked and not answered: what was known before still
     * is the latest that is known), no time, or nothing that it is about.
     */
    public Optional<StageOfChange> read(Observation observation, String name, long arrival) {
        if (!isStageOfChange(observation)
                || WITHDRAWN.contains(observation.getStatus())
                || !observation.hasValueCodeableConcept()) {
            return Optional.empty();
        }
        Instant issued = observation.hasIssued() ? observation.getIssued().toInstant() : Instant.MIN;
        return effective(observation).flatMap(effective -> series(observation)
                .map(series -> new StageOfChange(name, series, effective, issued, arrival)));
    }

    /** The line that the observation belongs to, whether or not a stage was found; empty if it is about nothing. */
    public Optional<StageOfChange.Series> series(Observation observation) {
        return part(observation, "substance")
                .or(() -> part(observation, "behaviour"))
                .map(this::about)
                .filter(about -> !about.isEmpty())
                .map(about -> new StageOfChange.Series(
                        about,
                        part(observation, "target-direction")
                                .map(StageReader::codes)
                                .orElse(""),
                        rater(observation)));
    }

    /** What a concept is about, in a form that is equal where the same is meant: heroin, with or without its class. */
    public String about(CodeableConcept concept) {
        List<String> own = concept.getCoding().stream()
                .filter(coding -> AssessmentCodes.SUBSTANCE.equals(coding.getSystem()))
                .map(Coding::getCode)
                .toList();
        String codes = own.isEmpty() ? codes(concept) : String.join(" ", substances.mostPrecise(own));
        // "Other" says nothing without its text, and a concept without codes is its text.
        boolean textTells = codes.isEmpty() || own.contains("other");
        return textTells ? (codes + " " + text(concept)).strip() : codes;
    }

    private static String text(CodeableConcept concept) {
        return concept.hasText() ? concept.getText().strip().toLowerCase(Locale.ROOT) : "";
    }

    /** Whose view it is: said outright, or else by who performed the assessment. */
    private static String rater(Observation observation) {
        String stated = part(observation, "rater")
                .map(rater -> rater.getCoding().stream()
                        .filter(coding -> AssessmentCodes.RATER.equals(coding.getSystem()))
                        .map(Coding::getCode)
                        .sorted()
                        .collect(Collectors.joining(" ")))
                .orElse("");
        if (stated.equals("other")) {
            return stated + " " + performers(observation);
        }
        return stated.isEmpty() ? raterByPerformer(observation) : stated;
    }

    private static String raterByPerformer(Observation observation) {
        Set<String> views = observation.getPerformer().stream()
                .map(performer -> String.valueOf(performer.getReferenceElement().getResourceType()))
                .map(type -> switch (type) {
                    case "Patient" -> "person";
                    case "RelatedPerson" -> "close-person";
                    default -> "clinician";
                })
                .collect(Collectors.toSet());
        if (views.contains("person")) {
            return views.size() > 1 ? "together" : "person";
        }
        return views.equals(Set.of("close-person")) ? "close-person" : "clinician";
    }

    private static String performers(Observation observation) {
        return observation.getPerformer().stream()
                .map(Reference::getReference)
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static Optional<CodeableConcept> part(Observation observation, String part) {
        return observation.getComponent().stream()
                .filter(component -> AssessmentCodes.isPart(component.getCode(), part))
                .filter(ObservationComponentComponent::hasValueCodeableConcept)
                .map(ObservationComponentComponent::getValueCodeableConcept)
                .findFirst();
    }

    private static String codes(CodeableConcept concept) {
        return concept.getCoding().stream()
                .map(coding -> coding.getSystem() + "|" + coding.getCode())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** When it was found; the end of a period. */
    public static Optional<Instant> effective(Observation observation) {
        Type effective = observation.getEffective();
        if (effective instanceof Period period) {
            return instant(period.hasEnd() ? period.getEndElement() : period.getStartElement());
        }
        return effective instanceof BaseDateTimeType time ? instant(time) : Optional.empty();
    }

    /** A date without a time counts from its first moment: what is known vaguely does not undo what is known exactly. */
    private static Optional<Instant> instant(BaseDateTimeType time) {
        // No such day: whoever validates the record refuses it; here it has no time.
        if (time.getValue() == null || time.getPrecision() == null) {
            return Optional.empty();
        }
        String text = time.getValueAsString();
        try {
            return Optional.of(
                    switch (time.getPrecision()) {
                        case YEAR -> beginning(Year.parse(text).atDay(1));
                        case MONTH -> beginning(YearMonth.parse(text).atDay(1));
                        case DAY -> beginning(LocalDate.parse(text));
                        default -> time.getValue().toInstant();
                    });
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant beginning(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
