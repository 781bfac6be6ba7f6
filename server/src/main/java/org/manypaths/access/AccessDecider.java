package org.manypaths.access;

import jakarta.servlet.ServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.manypaths.consent.Caller;
import org.manypaths.consent.DisclosureRequest.Emergency;
import org.manypaths.consent.Purpose;
import org.manypaths.consent.Relationships;
import org.manypaths.security.Role;
import org.manypaths.security.Session;

/** Opens the {@link Sight} of a caller: what it may see, for the length of one request. */
public class AccessDecider {

    private static final String ATTRIBUTE = Sight.class.getName();
    private static final List<String> CARE = List.of("CareTeam", "EpisodeOfCare", "Encounter");

    private final RecordIndex index;
    private final Consents consents;
    private final Emergencies emergencies;
    private final Agreements agreements;
    private final Clock clock;

    AccessDecider(RecordIndex index, Consents consents, Emergencies emergencies, Agreements agreements, Clock clock) {
        this.index = index;
        this.consents = consents;
        this.agreements = agreements;
        this.emergencies = emergencies;
        this.clock = clock;
    }

    /** The sight of the request at hand; the same one until the request ends. */
    Sight sight(ServletRequest request, Session session) {
        if (request.getAttribute(ATTRIBUTE) instanceof Sight sight) {
            return sight;
        }
        Sight fresh = open(session, PurposeRules.purpose(request, session.caller()));
        request.setAttribute(ATTRIBUTE, fresh);
        return fresh;
    }

    /** A sight for work that goes on after its request, such as an export; to be opened anew for each step of it. */
    public Sight open(Session session, Optional<Purpose> purpose) {
        Instant now = clock.instant();
        Map<String, Emergency> declared =
                purpose.filter(Purpose.EMERGENCY::equals).isPresent() ? emergencies.of(session, now) : Map.of();
        return new Sight(this, withOwnRecords(session), purpose, declared, now);
    }

    /** Whoever works for an organisation works with the records that it holds; a person who is signed in does not. */
    private static Session withOwnRecords(Session session) {
        Caller caller = session.caller();
        if (session.role() == Role.PERSON) {
            return session;
        }
        Set<String> programmes = new HashSet<>(caller.programmes());
        programmes.add(caller.organization());
        return new Session(
                session.client(),
                session.role(),
                new Caller(caller.organization(), caller.kind(), caller.purposes(), programmes, caller.person()),
                session.scopes(),
                session.patient(),
                session.user(),
                session.tokenId());
    }

    RecordIndex index() {
        return index;
    }

    Consents consents() {
        return consents;
    }

    Agreements agreements() {
        return agreements;
    }

    /** By holder: what its records say of who treats the person at this moment. A holder treats its own people. */
    Map<String, Relationships> relationships(String person, Instant now) {
        Map<String, Set<String>> treating = new HashMap<>();
        Stream<Map.Entry<String, String>> stated = CARE.stream().flatMap(type -> index.treating(type, person, now));
        stated.forEach(entry -> treating.computeIfAbsent(entry.getKey(), holder -> new HashSet<>(Set.of(holder)))
                .add(entry.getValue().replaceFirst("^Organization/", "")));
        Map<String, Relationships> relationships = new HashMap<>();
        treating.forEach((holder, organizations) ->
                relationships.put(holder, new Relationships(organizations, Set.of(), Set.of())));
        return relationships;
    }
}
