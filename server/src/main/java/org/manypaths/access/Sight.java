package org.manypaths.access;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.manypaths.consent.Basis;
import org.manypaths.consent.ConsentRecord;
import org.manypaths.consent.ConsentRules;
import org.manypaths.consent.ConsentScope;
import org.manypaths.consent.Decision;
import org.manypaths.consent.Decision.Reason;
import org.manypaths.consent.DisclosureRequest;
import org.manypaths.consent.DisclosureRequest.Emergency;
import org.manypaths.consent.Purpose;
import org.manypaths.consent.RecordFacts;
import org.manypaths.consent.Relationships;
import org.manypaths.security.Role;
import org.manypaths.security.Session;

/**
 * What one caller may see during one request: the one place where that is decided.
 *
 * <p>It remembers the consents that it has read for as long as it lives, and it lives no longer than the request. One
 * request is worked on by one thread at a time, yet not always by the same.
 */
public final class Sight {

    private static final Relationships NO_RELATIONS = new Relationships(Set.of(), Set.of(), Set.of());
    private static final Decision HIDDEN = Decision.deny(Reason.NO_BASIS);

    private final AccessDecider decider;
    private final Session session;
    private final Optional<Purpose> purpose;
    private final Map<String, Emergency> emergencies;
    private final Instant now;
    private final Map<String, List<ConsentRecord>> consents = new HashMap<>();
    private final Map<String, Map<String, Relationships>> relationships = new HashMap<>();
    private final Map<RecordFacts, Decision> decided = new HashMap<>();

    Sight(
            AccessDecider decider,
            Session session,
            Optional<Purpose> purpose,
            Map<String, Emergency> emergencies,
            Instant now) {
        this.decider = decider;
        this.session = session;
        this.purpose = purpose;
        this.emergencies = emergencies;
        this.now = now;
    }

    Session session() {
        return session;
    }

    Optional<Purpose> purpose() {
        return purpose;
    }

    /** Of whom the caller has declared a medical emergency that goes on. */
    Set<String> emergencies() {
        return emergencies.keySet();
    }

    /** Whether the caller sees everything, as those do who run the server. */
    boolean isUnlimited() {
        return session.isOperator();
    }

    /** Whether a record of the type that bears these marks is there for the caller. */
    Decision decide(String type, Marks marks) {
        return decide(type, marks, Optional.empty());
    }

    /**
     * The same, where it is known when that took place which the record tells of.
     *
     * @param at empty: not known, which is never to the caller's advantage
     */
    synchronized Decision decide(String type, Marks marks, Optional<Instant> at) {
        if (isUnlimited()) {
            return Decision.permit(Basis.SERVICE_ORGANISATION);
        }
        if (marks.open() || AccessTypes.DEFINITIONS.contains(type)) {
            return Decision.permit(Basis.NOT_PART2);
        }
        if (marks.stamp().isEmpty()) {
            return HIDDEN;
        }
        Stamp stamp = marks.stamp().get();
        return marks.person()
                .map(person -> decideAbout(facts(type, person, stamp, at), stamp.alone()))
                .orElseGet(() -> decideAboutNobody(stamp));
    }

    /** The same, where it takes work to find out when; it is only asked for where some consent is limited in time. */
    Decision decide(String type, Marks marks, Supplier<Optional<Instant>> at) {
        Decision decision = decide(type, marks);
        boolean timeMatters =
                !decision.isPermit() && marks.person().filter(this::asksWhen).isPresent();
        return timeMatters ? decide(type, marks, at.get()) : decision;
    }

    private Decision decideAboutNobody(Stamp stamp) {
        return isOwn(stamp.holder()) ? Decision.permit(Basis.OWN_PROGRAMME) : HIDDEN;
    }

    /** Whether the organisation is the one that the caller works for. */
    boolean isOwn(String holder) {
        return session.role() != Role.PERSON && session.caller().programmes().contains(holder);
    }

    /** Whether the record is a handoff with the caller's organisation on one of its sides. */
    boolean isSideOf(Marks marks) {
        return marks.links().stream()
                .filter(link -> Marks.MOVES.equals(link.getCode()))
                .anyMatch(link -> isOwn(link.getSystem().replaceFirst("^Organization/", "")));
    }

    /** Records of one person are often alike in all that matters here. */
    private Decision decideAbout(RecordFacts facts, Optional<String> consent) {
        if (consent.isPresent()) {
            return decideAnew(facts, consent);
        }
        Decision known = decided.get(facts);
        if (known == null) {
            known = decideAnew(facts, consent);
            decided.put(facts, known);
        }
        return known;
    }

    private Decision decideAnew(RecordFacts facts, Optional<String> consent) {
        Decision withoutAsking = rule(facts, List.of(), NO_RELATIONS);
        if (withoutAsking.isPermit()) {
            return withoutAsking;
        }
        List<ConsentRecord> consents = consents(facts.person());
        if (consent.isPresent() && !isShown(consent.get(), consents)) {
            return HIDDEN;
        }
        Relationships treating = ConsentRules.asksWhoTreats(facts, consents)
                ? relationships(facts.person()).getOrDefault(facts.holder(), NO_RELATIONS)
                : NO_RELATIONS;
        Relationships known = decider.agreements()
                .added(treating, facts.holder(), session.caller().organization(), now);
        Decision decision = rule(facts, consents, known);
        return decision.isPermit() || consent.isEmpty() ? decision : decideConsent(facts, consent.get(), known);
    }

    /** One that keeps something back tells that there is something: its scope is explained instead. */
    private static boolean isShown(String id, List<ConsentRecord> consents) {
        return consents.stream()
                .anyMatch(known -> known.id().equals(id) && known.denies().isEmpty());
    }

    /** The scope of a consent that something was let out by, in words (42 CFR 2.32(b)). */
    synchronized String scope(String reference) {
        return consents.values().stream()
                .flatMap(List::stream)
                .filter(known -> reference.equals("Consent/" + known.id()))
                .findFirst()
                .map(known ->
                        reference + " " + ScopeWords.of(known, session.caller().organization()))
                .orElse(reference);
    }

    /** A consent itself is shown to those who receive by it (42 CFR 2.32(b)). */
    private Decision decideConsent(RecordFacts facts, String id, Relationships known) {
        List<ConsentRecord> itself = consents(facts.person()).stream()
                .filter(consent -> consent.id().equals(id))
                .toList();
        return itself.stream()
                .flatMap(consent -> consent.permits().stream())
                .map(scope -> rule(inside(scope, facts), itself, known))
                .filter(Decision::isPermit)
                .findFirst()
                .orElse(HIDDEN);
    }

    private static RecordFacts inside(ConsentScope scope, RecordFacts facts) {
        return new RecordFacts(
                scope.types().stream().findFirst().orElse(facts.type()),
                facts.person(),
                facts.holder(),
                true,
                scope.kinds(),
                scope.from(),
                Optional.empty(),
                false,
                facts.author());
    }

    private Decision rule(RecordFacts facts, List<ConsentRecord> known, Relationships relations) {
        if (purpose.isEmpty()) {
            return Decision.deny(Reason.PURPOSE_NOT_REGISTERED);
        }
        return ConsentRules.decide(
                new DisclosureRequest(
                        session.caller(),
                        purpose.get(),
                        facts,
                        now,
                        Optional.ofNullable(emergencies.get(facts.person()))),
                known,
                relations);
    }

    static RecordFacts facts(String type, String person, Stamp stamp, Optional<Instant> at) {
        return new RecordFacts(
                type,
                person,
                stamp.holder(),
                stamp.part2(),
                stamp.kinds(),
                at,
                stamp.received(),
                stamp.privateWords(),
                stamp.isCounsellingNote() ? Optional.of(stamp.holder()) : Optional.empty());
    }

    /** Whether it matters for this person when something took place. */
    synchronized boolean asksWhen(String person) {
        return consents(person).stream()
                .flatMap(consent ->
                        java.util.stream.Stream.concat(consent.permits().stream(), consent.denies().stream()))
                .anyMatch(scope -> scope.from().isPresent() || scope.until().isPresent());
    }

    private List<ConsentRecord> consents(String person) {
        return consents.computeIfAbsent(person, decider.consents()::of);
    }

    private Map<String, Relationships> relationships(String person) {
        return relationships.computeIfAbsent(person, id -> decider.relationships(id, now));
    }
}
