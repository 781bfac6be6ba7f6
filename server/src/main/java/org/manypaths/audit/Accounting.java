package org.manypaths.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Organization;
import org.manypaths.consent.Basis;

/**
 * Draws up from the trail who was given the records of a person in the last three years (42 CFR 2.25, 2.24).
 *
 * <p>It needs nothing but the trail, so that it stays complete after the records are deleted. Use by the programme itself
 * and its service organisations is no disclosure, and neither is what the person sees of themselves; an entry whose ground
 * is not known is listed rather than left out.
 */
final class Accounting {

    private static final int YEARS = 3;
    private static final Set<Kind> GIVING_OUT =
            EnumSet.of(Kind.READ, Kind.SEARCH, Kind.OPERATION, Kind.EXPORT, Kind.EMERGENCY);
    private static final Set<Basis> NO_DISCLOSURE =
            EnumSet.of(Basis.OWN_PROGRAMME, Basis.SERVICE_ORGANISATION, Basis.THE_PERSON);

    private final TrailReader reader;
    private final Function<String, Optional<Organization>> organizations;
    private final Clock clock;

    /** @param organizations finds an Organization by its logical id */
    Accounting(TrailReader reader, Function<String, Optional<Organization>> organizations, Clock clock) {
        this.reader = reader;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** Where the three years begin that an accounting covers. */
    Instant earliest() {
        return clock.instant().atOffset(ZoneOffset.UTC).minusYears(YEARS).toInstant();
    }

    Instant now() {
        return clock.instant();
    }

    /** Whether the trail has anything about the person that the viewer may see. */
    boolean knows(String person, Viewer viewer) {
        return reader.count(TrailQuery.of(viewer).person(person)) > 0;
    }

    /**
     * The disclosures, the newest first.
     *
     * @param recipient logical id of an Organization: only those to it
     */
    List<Disclosure> of(String person, Viewer viewer, Instant from, Optional<String> recipient) {
        TrailQuery query = TrailQuery.of(viewer)
                .person(person)
                .from(Optional.of(from))
                .kinds(GIVING_OUT)
                .outcomes(EnumSet.of(Outcome.SUCCESS));
        recipient.ifPresent(query::organization);
        Map<String, Optional<Organization>> known = new HashMap<>();
        List<Disclosure> all = new ArrayList<>();
        reader.all(query).stream()
                .filter(link -> isDisclosure(link.entry()))
                .map(link -> disclosure(link, known))
                .forEach(disclosure -> add(disclosure, all));
        return List.copyOf(all);
    }

    /** The same that went again on the same day is told once, with how often. */
    private static void add(Disclosure disclosure, List<Disclosure> later) {
        for (int i = later.size() - 1; i >= 0 && later.get(i).isOnTheDayOf(disclosure); i--) {
            if (later.get(i).isOneWith(disclosure)) {
                later.set(i, later.get(i).with(disclosure));
                return;
            }
        }
        later.add(disclosure);
    }

    private static boolean isDisclosure(Entry entry) {
        boolean hasBasis = entry.basis()
                .map(Basis::valueOf)
                .filter(NO_DISCLOSURE::contains)
                .isPresent();
        return !hasBasis
                && entry.records().stream().anyMatch(record -> !record.startsWith("AuditEvent/"))
                && !(entry.organization().isPresent() && entry.organization().equals(entry.holder()));
    }

    private Disclosure disclosure(Link link, Map<String, Optional<Organization>> known) {
        Entry entry = link.entry();
        Optional<Organization> organization =
                entry.organization().flatMap(id -> known.computeIfAbsent(id, organizations));
        return new Disclosure(
                link.recordedAt(),
                1,
                entry.organization(),
                organization
                        .map(Organization::getName)
                        .or(entry::organization)
                        .or(entry::client)
                        .orElse("somebody not known by name"),
                organization.flatMap(Names::address),
                RecordWords.of(entry.records()),
                RecordName.distinct(entry.records()),
                entry.purpose(),
                entry.basis(),
                entry.consent());
    }
}
