package org.manypaths.handoff.section;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Type;
import org.manypaths.conformance.Canonical;
import org.manypaths.handoff.Holds;
import org.manypaths.handoff.gap.Moments;
import org.manypaths.narrative.StageSpeech;
import org.manypaths.refusal.Blank;

/** FHIR's types as a person would say them, in English and always alike. */
public final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.ENGLISH);

    /** Who has no name that was told. */
    public static final String NAMELESS = "a person without a recorded name";

    private Words() {}

    /** As FHIR writes it, with seconds and offset. */
    public static String fhir(OffsetDateTime moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.truncatedTo(ChronoUnit.SECONDS));
    }

    /** To the minute, on the clock of the place and with its distance to UTC: the reader may be in another zone. */
    public static String minute(OffsetDateTime moment) {
        String offset = moment.getOffset().getId();
        // A minus, and not a hyphen: no line breaks after it.
        return MINUTE.format(moment) + (offset.equals("Z") ? " (UTC)" : " (UTC" + offset.replace('-', '\u2212') + ")");
    }

    public static String day(OffsetDateTime moment) {
        return DAY.format(moment);
    }

    /** As exactly as it was told; nothing for nothing. */
    public static String time(Type time) {
        if (time instanceof Period period) {
            String end = time(period.getEndElement());
            return time(period.getStartElement()) + (end.isEmpty() ? "" : " to " + end);
        }
        if (!(time instanceof BaseDateTimeType moment) || !moment.hasValue()) {
            return "";
        }
        OffsetDateTime start = Moments.start(moment, ZoneOffset.UTC).orElseThrow();
        TemporalPrecisionEnum precision = moment.getPrecision();
        return switch (precision) {
            case YEAR -> String.valueOf(start.getYear());
            case MONTH -> MONTH.format(start);
            case DAY -> DAY.format(start);
            default -> minute(start);
        };
    }

    /** The words of the record; else what our own codes are called; else what the first code is called. */
    public static String concept(CodeableConcept concept) {
        return concept.hasText()
                ? concept.getText()
                : Stream.concat(concept.getCoding().stream().filter(Words::isOwn), concept.getCoding().stream())
                        .filter(coding ->
                                coding.hasDisplay() || StageSpeech.of(coding).isPresent())
                        .map(Words::display)
                        .findFirst()
                        .orElseGet(() -> Objects.requireNonNullElse(
                                concept.getCodingFirstRep().getCode(), ""));
    }

    /** The full names of SNOMED CT say at their end what kind of thing a concept is, which nobody reads aloud. */
    private static String display(Coding coding) {
        return StageSpeech.of(coding).orElseGet(() -> official(coding));
    }

    private static String official(Coding coding) {
        return "http://snomed.info/sct".equals(coding.getSystem())
                ? coding.getDisplay().replaceAll("( \\([a-z ]+\\))+$", "")
                : coding.getDisplay();
    }

    private static boolean isOwn(Coding coding) {
        return coding.hasSystem() && coding.getSystem().startsWith(Canonical.BASE);
    }

    static String quantity(Quantity quantity) {
        if (!quantity.hasValue()) {
            return "";
        }
        String unit = Stream.of(quantity.getUnit(), quantity.getCode())
                .filter(Objects::nonNull)
                .filter(text -> !text.equals("score") && !text.equals("{score}"))
                .findFirst()
                .map(text -> " " + text)
                .orElse("");
        return comparator(quantity) + quantity.getValue().toPlainString() + unit;
    }

    private static String comparator(Quantity quantity) {
        return quantity.getComparator() == null
                ? ""
                : switch (quantity.getComparator()) {
                    case LESS_THAN -> "less than ";
                    case LESS_OR_EQUAL -> "at most ";
                    case GREATER_OR_EQUAL -> "at least ";
                    case GREATER_THAN -> "more than ";
                    case NULL -> "";
                };
    }

    /** Any value of an observation. */
    static String value(Type value) {
        if (value instanceof CodeableConcept concept) {
            return concept(concept);
        }
        if (value instanceof Quantity quantity) {
            return quantity(quantity);
        }
        if (value instanceof BooleanType yes) {
            return yes.booleanValue() ? "yes" : "no";
        }
        if (value instanceof BaseDateTimeType || value instanceof Period) {
            return time(value);
        }
        return value == null || !value.isPrimitive() ? "" : value.primitiveValue();
    }

    /** What was answered; else why there is no answer, so that what was not asked is told apart from what is not known. */
    static String answer(Observation observation) {
        if (observation.hasValue()) {
            return value(observation.getValue());
        }
        String reason = concept(observation.getDataAbsentReason()).toLowerCase(Locale.ENGLISH);
        return reason.isEmpty() ? "not told" : reason;
    }

    /** The name that the person uses, if they told one. */
    public static String name(List<HumanName> names) {
        return Stream.of(NameUse.USUAL, NameUse.OFFICIAL, null)
                .flatMap(use -> names.stream().filter(name -> use == null || name.getUse() == use))
                .filter(name -> name.getUse() != NameUse.OLD)
                .map(Words::name)
                .map(Words::undirected)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(NAMELESS);
    }

    private static String name(HumanName name) {
        return name.hasText()
                ? name.getText()
                : joined(
                        " ",
                        Stream.concat(
                                Stream.concat(name.getPrefix().stream(), name.getGiven().stream())
                                        .map(part -> part.getValue()),
                                Stream.of(name.getFamily())));
    }

    /** Telephone numbers, as they are written; an old one is none. */
    public static String phones(List<ContactPoint> contacts) {
        return joined(
                ", ",
                contacts.stream()
                        .filter(contact -> contact.getSystem() == ContactPointSystem.PHONE)
                        .filter(contact -> contact.getUse() != ContactPointUse.OLD)
                        .map(ContactPoint::getValue));
    }

    /** Those of them that are in use at that moment. */
    public static String phones(List<ContactPoint> contacts, OffsetDateTime moment) {
        return phones(contacts.stream()
                .filter(contact -> Holds.during(contact.getPeriod(), moment))
                .toList());
    }

    /** Free text without the controls that turn the direction of what follows: a dose must be read as it was written. */
    static String undirected(String text) {
        return text.replaceAll("[\\u202A-\\u202E\\u2066-\\u2069]", "");
    }

    /** What there is, with something between. */
    public static String joined(String between, Stream<String> parts) {
        return parts.filter(part -> !Blank.is(part)).collect(Collectors.joining(between));
    }

    /** The words of a narrative, without markup and in one line. */
    static String plain(Narrative narrative) {
        return narrative.hasDiv()
                ? narrative.getDiv().allText().replaceAll("\\s+", " ").strip()
                : "";
    }

    /** A sentence needs its full stop once. */
    static String sentence(String words) {
        return words.isEmpty() || words.matches("(?s).*[.!?…]”?$") ? words : words + ".";
    }
}
