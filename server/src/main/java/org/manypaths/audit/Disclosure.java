package org.manypaths.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One disclosure as the person is told of it (45 CFR 164.528(b)(2)).
 *
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
}
