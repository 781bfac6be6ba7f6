package org.manypaths.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.manypaths.consent.ConsentRecord.Lifecycle;

/** Random consents, requests and records from a small world, so that they often speak of each other. */
final class Samples {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<String> ORGANIZATIONS = List.of("detox", "counselling", "hospital", "exchange");
    private static final List<String> TYPES = List.of("CarePlan", "Goal");
    private static final List<String> PEOPLE = List.of("mara", "jon");

    private final Random random;

    Samples(long seed) {
        this.random = new Random(seed);
    }

    List<ConsentRecord> consents() {
        return IntStream.range(0, random.nextInt(4)).mapToObj(this::consent).toList();
    }

    DisclosureRequest request() {
        return new DisclosureRequest(caller(), one(Purpose.values()), record(), NOW, sometimes(4, this::emergency));
    }

    Relationships relationships() {
        return new Relationships(some(ORGANIZATIONS, 2), some(ORGANIZATIONS, 6), some(List.of(Purpose.values()), 6));
    }

    private ConsentRecord consent(int number) {
        return new ConsentRecord(
                "c" + number,
                one(PEOPLE),
                some(ORGANIZATIONS, 2),
                new Lifecycle(
                        sometimes(9, this::moment, 10),
                        sometimes(3, this::moment),
                        sometimes(1, this::moment),
                        sometimes(2, this::moment),
                        random.nextInt(12) == 0),
                random.nextInt(8) == 0 ? Set.of("signature") : Set.of(),
                Stream.generate(this::scope).limit(1 + random.nextInt(2)).toList(),
                Stream.generate(this::scope)
                        .limit(random.nextInt(4) == 0 ? 1 : 0)
                        .toList(),
                number > 0 && random.nextInt(4) == 0 ? Set.of("c" + (number - 1)) : Set.of(),
                sometimes(3, () -> one(ORGANIZATIONS)));
    }

    private ConsentScope scope() {
        Set<InformationKind> kinds = random.nextInt(6) == 0
                ? Set.of(InformationKind.COUNSELLING_NOTE)
                : without(InformationKind.COUNSELLING_NOTE, some(List.of(InformationKind.values()), 1));
        Set<Purpose> purposes = random.nextInt(6) == 0
                ? Set.of(Purpose.PROCEEDINGS)
                : without(Purpose.PROCEEDINGS, some(List.of(Purpose.values()), 1));
        return new ConsentScope(
                random.nextInt(4) == 0 ? some(TYPES, 2) : Set.of(),
                kinds,
                purposes,
                recipients(),
                sometimes(2, this::moment),
                sometimes(2, this::moment));
    }

    private Recipients recipients() {
        return switch (random.nextInt(12)) {
            case 11 -> new Recipients.Anybody();
            case 0, 3 -> new Recipients.TreatingProviders();
            case 1, 2 -> new Recipients.ThroughIntermediary("exchange", some(ORGANIZATIONS, 2));
            default -> new Recipients.Named(some(ORGANIZATIONS, 2));
        };
    }

    private Caller caller() {
        String organization = one(ORGANIZATIONS);
        return new Caller(
                organization,
                one(RecipientKind.values()),
                random.nextInt(8) == 0 ? Set.of() : Set.of(Purpose.values()),
                random.nextInt(3) == 0 ? Set.of(organization) : Set.of(),
                sometimes(1, () -> one(PEOPLE)));
    }

    private RecordFacts record() {
        return new RecordFacts(
                one(TYPES),
                one(PEOPLE),
                one(ORGANIZATIONS),
                random.nextInt(4) > 0,
                random.nextInt(8) == 0
                        ? Set.of(InformationKind.COUNSELLING_NOTE)
                        : without(InformationKind.COUNSELLING_NOTE, some(List.of(InformationKind.values()), 3)),
                sometimes(7, this::moment),
                sometimes(3, () -> one(RecordFacts.Received.values())),
                random.nextInt(6) == 0,
                sometimes(5, () -> one(ORGANIZATIONS)));
    }

    private DisclosureRequest.Emergency emergency() {
        return new DisclosureRequest.Emergency(one(PEOPLE), random.nextInt(4) == 0 ? " " : "unconscious", moment());
    }

    /** A moment around now, often now itself: boundaries are where mistakes live. */
    private Instant moment() {
        return NOW.plusSeconds(random.nextInt(5) - 2L);
    }

    private <T> Optional<T> sometimes(int inTen, java.util.function.Supplier<T> value) {
        return sometimes(inTen, value, 10);
    }

    private <T> Optional<T> sometimes(int chances, java.util.function.Supplier<T> value, int of) {
        return random.nextInt(of) < chances ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> Set<T> some(List<T> all, int oneIn) {
        return all.stream()
                .filter(each -> random.nextInt(oneIn + 1) == 0 || (oneIn == 1 && random.nextInt(3) > 0))
                .collect(Collectors.toSet());
    }

    private static <T> Set<T> without(T unwanted, Set<T> all) {
        return all.stream().filter(each -> !each.equals(unwanted)).collect(Collectors.toSet());
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> T one(T[] all) {
        return all[random.nextInt(all.length)];
    }
}
