package org.manypaths.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One disclosure as the person is told of it (45 CFR 164.528(b)(2)).
 *
 * @param date when; of several of the same on one day, the last
 * @param times how often on that day
 * @param organization logical id of the recipient's Organization; empty where it was no organisation's client
 * @param recipient its name, or what else is known of it
 * @param address where known
 * @param what in words
 * @param records as {@code Type/id/_history/version}
 * @param purpose name of a {@link org.manypaths.consent.Purpose}
 * @param basis name of a {@link org.manypaths.consent.Basis}
 * @param consent logical id of the Consent it rests on
 */
public record Disclosure(
        Instant date,
        int times,
        Optional<String> organization,
        String recipient,
        Optional<String> address,
        String what,
        List<String> records,
        Optional<String> purpose,
        Optional<String> basis,
        Optional<String> consent) {

    public Disclosure {
        records = List.copyOf(records);
    }

    /** The purpose in words; what to say where none is known is for whoever shows it. */
    public Optional<String> purposeInWords() {
        return purpose.map(PurposeCodes::words);
    }

    /** Whether the same records went to the same recipient that day on the same ground: told as one (45 CFR 164.528(b)(3)). */
    boolean isOneWith(Disclosure other) {
        return isOnTheDayOf(other)
                && organization.equals(other.organization)
                && recipient.equals(other.recipient)
                && purpose.equals(other.purpose)
                && basis.equals(other.basis)
                && consent.equals(other.consent)
                && plain().equals(other.plain());
    }

    /** Both as one, of which this one is the later. */
    Disclosure with(Disclosure earlier) {
        List<String> all = RecordName.distinct(
                Stream.concat(records.stream(), earlier.records.stream()).toList());
        return new Disclosure(
                date, times + earlier.times, organization, recipient, address, what, all, purpose, basis, consent);
    }

    boolean isOnTheDayOf(Disclosure other) {
        return day().equals(other.day());
    }

    private LocalDate day() {
        return LocalDate.ofInstant(date, ZoneOffset.UTC);
    }

    private Set<String> plain() {
        return records.stream().map(RecordName::withoutVersion).collect(Collectors.toSet());
    }
}
