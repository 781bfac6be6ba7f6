package org.manypaths.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.manypaths.consent.ConsentRecord.Lifecycle;

/** Reads a Consent resource into the {@link ConsentRecord} that the decision sees. Pure. */
public final class ConsentReader {

    private static final Set<ConsentState> NOT_YET = Set.of(ConsentState.DRAFT, ConsentState.PROPOSED);
    private static final Set<ConsentState> NO_MORE = Set.of(ConsentState.INACTIVE, ConsentState.REJECTED);

    private ConsentReader() {}

    /** The consent as it is written; what it lacks of 42 CFR 2.31(a) is listed, never filled in. */
    public static ConsentRecord read(Consent consent) {
        Consent.ProvisionComponent root = consent.getProvision();
        ProvisionReader provisions = new ProvisionReader(consent);
        return new ConsentRecord(
                String.valueOf(consent.getIdElement().getIdPart()),
                id(consent.getPatient(), "Patient").orElse(""),
                disclosers(consent),
                lifecycle(consent, root.getPeriod()),
                ConsentElements.missing(consent, provisions),
                provisions.permits(),
                provisions.denies(),
                Set.of());
    }

    static Set<String> disclosers(Consent consent) {
        Stream<Reference> actors = provisions(consent)
                .flatMap(provision -> provision.getActor().stream())
                .filter(ConsentReader::isDiscloser)
                .map(Consent.provisionActorComponent::getReference);
        Set<String> named = organizations(actors);
        return named.isEmpty() ? organizations(consent.getOrganization().stream()) : named;
    }

    static Stream<Consent.ProvisionComponent> provisions(Consent consent) {
        return Stream.concat(Stream.of(consent.getProvision()), consent.getProvision().getProvision().stream());
    }

    static boolean isDiscloser(Consent.provisionActorComponent actor) {
        return hasRole(actor, "CST");
    }

    static boolean isRecipient(Consent.provisionActorComponent actor) {
        return hasRole(actor, "IRCP") || hasRole(actor, "PRCP");
    }

    private static boolean hasRole(Consent.provisionActorComponent actor, String code) {
        return actor.getRole().hasCoding("http://terminology.hl7.org/CodeSystem/v3-ParticipationType", code);
    }

    static Set<String> organizations(Stream<Reference> references) {
        return references
                .flatMap(reference -> id(reference, "Organization").stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The id of a record of this server; the same id somewhere else is somebody else's. */
    static Optional<String> id(Reference reference, String type) {
        return Optional.ofNullable(reference.getReferenceElement())
                .filter(id -> !id.hasBaseUrl() && type.equals(id.getResourceType()) && id.hasIdPart())
                .map(id -> id.getIdPart());
    }

    private static Lifecycle lifecycle(Consent consent, Period period) {
        boolean signable = consent.hasStatus() && !NOT_YET.contains(consent.getStatus());
        Instant given = consent.hasDateTime() ? start(consent.getDateTimeElement()) : Instant.MIN;
        Optional<Instant> signed = signable ? Optional.of(given) : Optional.empty();
        Optional<Instant> begins = period.hasStart() ? Optional.of(start(period.getStartElement())) : Optional.empty();
        Optional<Instant> inForce = signed.map(at -> begins.filter(at::isBefore).orElse(at));
        Optional<Instant> came = ConsentEnd.of(consent).came().map(ConsentEnd.Came::at);
        Optional<Instant> ended = consent.hasStatus() && NO_MORE.contains(consent.getStatus())
                ? Optional.of(Instant.MIN)
                : Optional.empty();
        return new Lifecycle(
                inForce,
                period.hasEnd() ? Optional.of(end(period.getEndElement(), consent)) : Optional.empty(),
                came.map(at -> ended.orElse(at)),
                came.isPresent() ? Optional.empty() : ended,
                consent.getStatus() == ConsentState.ENTEREDINERROR);
    }

    static Instant start(BaseDateTimeType time) {
        return time.getValue().toInstant();
    }

    /** Whose days are meant where only a day is told: those of the place where the person signed. */
    public static ZoneId zone(Consent consent) {
        return Optional.ofNullable(consent.getDateTimeElement().getTimeZone())
                .map(java.util.TimeZone::toZoneId)
                .orElse(ZoneOffset.UTC);
    }

    /** A date alone counts from its beginning, where the person signed. */
    public static Instant start(BaseDateTimeType time, Consent consent) {
        return firstDay(time)
                .map(day -> day.atStartOfDay(zone(consent)).toInstant())
                .orElseGet(() -> start(time));
    }

    /** A date alone counts to its end, where the person signed. */
    public static Instant end(BaseDateTimeType time, Consent consent) {
        return firstDay(time)
                .map(day -> switch (time.getPrecision()) {
                    case YEAR -> day.plusYears(1);
                    case MONTH -> day.plusMonths(1);
                    default -> day.plusDays(1);
                })
                .map(day -> day.atStartOfDay(zone(consent)).toInstant())
                .orElseGet(() -> start(time));
    }

    private static Optional<LocalDate> firstDay(BaseDateTimeType time) {
        String text = time.getValueAsString();
        return switch (time.getPrecision()) {
            case YEAR -> Optional.of(LocalDate.of(Integer.parseInt(text), 1, 1));
            case MONTH -> Optional.of(LocalDate.parse(text + "-01"));
            case DAY -> Optional.of(LocalDate.parse(text));
            default -> Optional.empty();
        };
    }
}
