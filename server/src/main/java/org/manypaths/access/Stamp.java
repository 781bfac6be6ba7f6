package org.manypaths.access;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.manypaths.consent.InformationKind;
import org.manypaths.consent.RecordFacts.Received;

/**
 * What the server keeps with a record about its origin and its content; clients neither write nor see it.
 *
 * @param holder logical id of the organisation through which the record came in; it answers for it
 * @param part2 whether that organisation was a Part 2 programme when it came in
 * @param kinds what it tells; empty when nobody could say
 * @param privateWords the person's own words that are not marked shareable
 * @param received how its holder came by it, when it was made elsewhere
 * @param alone its logical id where it is decided by itself: a consent is shown to those whom it names
 * @param forHolderAlone whether it is a consent that its holder filed, and neither the person nor an operator: what it
 *     keeps back is among the holder's records
 */
record Stamp(
        String holder,
        boolean part2,
        Set<InformationKind> kinds,
        boolean privateWords,
        Optional<Received> received,
        Optional<String> alone,
        boolean forHolderAlone) {

    private static final String SEPARATOR = "/";

    Stamp {
        kinds = Set.copyOf(kinds);
    }

    /** The stamp as one word: {@code holder/flags/kinds}, followed by the id where it stands alone. */
    String text() {
        StringBuilder flags = new StringBuilder("v");
        if (part2) {
            flags.append('p');
        }
        if (privateWords) {
            flags.append('w');
        }
        received.ifPresent(how -> flags.append(how == Received.TREATMENT_PAYMENT_OPERATIONS_CONSENT ? 't' : 'o'));
        if (forHolderAlone) {
            flags.append('h');
        }
        int bits = kinds.stream().mapToInt(Stamp::bit).sum();
        return holder
                + SEPARATOR
                + flags
                + SEPARATOR
                + Integer.toHexString(bits)
                + alone.map(id -> SEPARATOR + id).orElse("");
    }

    /** Stored: a kind may be added, none renumbered. */
    private static int bit(InformationKind kind) {
        return switch (kind) {
            case GENERAL_HEALTH -> 1;
            case SUBSTANCE_USE -> 1 << 1;
            case ALCOHOL_USE -> 1 << 2;
            case OPIOID_USE -> 1 << 3;
            case MENTAL_HEALTH -> 1 << 4;
            case HIV -> 1 << 5;
            case VIOLENCE -> 1 << 6;
            case COUNSELLING_NOTE -> 1 << 7;
        };
    }

    static Stamp of(String text) {
        String[] parts = text.split(SEPARATOR, 4);
        if (parts.length < 3) {
            throw new IllegalArgumentException("Not a stamp: " + text);
        }
        int bits = Integer.parseInt(parts[2], 16);
        Set<InformationKind> kinds = EnumSet.allOf(InformationKind.class).stream()
                .filter(kind -> (bits & bit(kind)) != 0)
                .collect(Collectors.toSet());
        return new Stamp(
                parts[0],
                parts[1].contains("p"),
                kinds,
                parts[1].contains("w"),
                received(parts[1]),
                parts.length > 3 ? Optional.of(parts[3]) : Optional.empty(),
                parts[1].contains("h"));
    }

    private static Optional<Received> received(String flags) {
        if (flags.contains("t")) {
            return Optional.of(Received.TREATMENT_PAYMENT_OPERATIONS_CONSENT);
        }
        return flags.contains("o") ? Optional.of(Received.OTHER_CONSENT) : Optional.empty();
    }

    boolean isCounsellingNote() {
        return kinds.contains(InformationKind.COUNSELLING_NOTE);
    }
}
