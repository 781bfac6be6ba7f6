package org.manypaths.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How entries become a chain: each carries a SHA-256 over itself and over the hash before it. Pure.
 *
 * <p>The canonical form is the fields in a fixed order, each as its length in bytes, a colon and its text in UTF-8, and a
 * hyphen for one that is empty: no two entries have the same. Never change it; a new one gets another first field.
 */
final class ChainRules {

    /** What stands before the first entry of a chain. */
    static final String NOTHING = "0".repeat(64);

    private static final String FORM = "manypaths-trail-1";
    private static final int QUERY = 20_000;
    private static final int REASON = 2_000;
    private static final int RECORDS = 1_000_000;
    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

    private ChainRules() {}

    /** The entry as the next of a chain. */
    static Link link(Link.Head before, Instant recordedAt, Entry entry) {
        Link open = new Link(before.node(), before.number() + 1, recordedAt, entry, before.hash(), "");
        return new Link(open.node(), open.number(), recordedAt, entry, before.hash(), hash(open));
    }

    /** The hash that a link must have, whatever hash it has. */
    static String hash(Link link) {
        return HexFormat.of().formatHex(sha256().digest(canonical(link).getBytes(StandardCharsets.UTF_8)));
    }

    /** The entry in the form in which any database gives it back exactly: bounded, and without NUL or half characters. */
    static Entry storable(Entry entry) {
        records(entry);
        return new Entry(
                entry.kind(),
                clean(entry.client(), 200),
                clean(entry.user(), 100),
                clean(entry.organization(), 64),
                clean(entry.person(), 64),
                clean(entry.holder(), 64),
                entry.records(),
                clean(entry.query(), QUERY),
                clean(entry.purpose(), 40),
                clean(entry.basis(), 40),
                clean(entry.consent(), 64),
                entry.outcome(),
                clean(entry.reason(), REASON),
                clean(Optional.of(entry.requestId()), 64).orElse("-"));
    }

    /** The records as one text; an entry that names more than fit is refused rather than cut. */
    static String records(Entry entry) {
        String text = String.join(" ", entry.records());
        if (text.length() > RECORDS) {
            throw new IllegalArgumentException(
                    "One entry names too many records: " + entry.records().size());
        }
        return text;
    }

    private static Optional<String> clean(Optional<String> text, int longest) {
        return text.map(value ->
                        isPlain(value) ? value : UNSTORABLE.matcher(value).replaceAll("?"))
                .map(value -> value.length() > longest ? value.substring(0, longest) : value)
                .filter(value -> !value.isEmpty());
    }

    /** Nearly all of them: the pattern is asked for the others only. */
    private static boolean isPlain(String value) {
        return value.chars().allMatch(character -> character > 0 && character < Character.MIN_SURROGATE);
    }

    private static String canonical(Link link) {
        Entry entry = link.entry();
        Stream<Optional<String>> fields = Stream.of(
                Optional.of(FORM),
                Optional.of(link.node()),
                Optional.of(Long.toString(link.number())),
                Optional.of(Long.toString(link.recordedAt().toEpochMilli())),
                Optional.of(entry.kind().name()),
                entry.client(),
                entry.user(),
                entry.organization(),
                entry.person(),
                entry.holder(),
                Optional.of(records(entry)),
                entry.query(),
                entry.purpose(),
                entry.basis(),
                entry.consent(),
                Optional.of(entry.outcome().name()),
                entry.reason(),
                Optional.of(entry.requestId()),
                Optional.of(link.previous()));
        return fields.map(ChainRules::field).collect(Collectors.joining());
    }

    private static String field(Optional<String> field) {
        return field.map(text -> text.getBytes(StandardCharsets.UTF_8).length + ":" + text)
                .orElse("-");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
