package org.manypaths.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.manypaths.consent.Purpose;
import org.manypaths.security.Interaction;
import org.manypaths.security.Role;
import org.manypaths.security.Scope;
import org.manypaths.security.Session;

/**
 * What a search by a caller can find at all, as values of the parameter {@link Marks#PARAMETER}.
 *
 * <p>The consents that concern the caller are compiled into the stamps that they let out, so that the database leaves
 * out the rest: pages are full and totals right, as if the rest did not exist.
 */
class Narrowing {

    /** Found by nobody; it tells whose search it was when the next page is asked for. */
    static final String CLIENT = "client";

    private static final List<String> CARE = List.of("CareTeam", "EpisodeOfCare", "Encounter");

    private final RecordIndex index;
    private final int mostPeople;

    /** @param mostPeople about how many people's consents a search may be that names nobody */
    Narrowing(RecordIndex index, int mostPeople) {
        this.index = index;
        this.mostPeople = mostPeople;
    }

    /**
     * The values, in the form {@code system|code}; empty where everything of the type may be found.
     *
     * @param named the people whom the search is about, where it names them
     */
    Optional<List<String>> values(Sight sight, String type, Optional<Set<String>> named) {
        if (sight.isUnlimited()
                || AccessTypes.DEFINITIONS.contains(type)
                || AccessTypes.GUARDED_ELSEWHERE.contains(type)) {
            return Optional.empty();
        }
        Session session = sight.session();
        List<String> values = new ArrayList<>(List.of(CLIENT + "|" + session.client()));
        if (AccessTypes.DIRECTORY.contains(type)) {
            values.add(Marks.OPEN + "|" + Marks.DIRECTORY);
            values.addAll(own(sight));
            return Optional.of(values);
        }
        Optional<String> onePerson = onePerson(session, type);
        if (onePerson.isEmpty()) {
            values.addAll(own(sight));
        }
        Set<String> people = onePerson.<Set<String>>map(Set::of).or(() -> named).orElseGet(() -> concerned(sight));
        values.addAll(letOut(sight, type, people, onePerson.isPresent()));
        return Optional.of(values);
    }

    /** What finds the caller's own records alone. */
    static List<String> own(Sight sight) {
        List<String> values = new ArrayList<>();
        Session session = sight.session();
        if (session.role() != Role.PERSON
                && sight.purpose()
                        .filter(Purpose::isTreatmentPaymentOrOperations)
                        .isPresent()) {
            session.caller().programmes().stream()
                    .sorted()
                    .forEach(programme -> values.add(Marks.HOLDER + "|" + programme));
            if (sight.purpose().get() == Purpose.TREATMENT) {
                values.add(Marks.NOTES + "|" + session.caller().organization());
            }
        }
        return values;
    }

    /** The one person to whose records the session is bound for this type, by who is signed in or by its scopes. */
    static Optional<String> onePerson(Session session, String type) {
        if (session.role() == Role.PERSON) {
            return session.caller().person().or(() -> Optional.of(""));
        }
        List<Scope> scopes = session.scopes().allowing(type, Interaction.SEARCH);
        boolean bound = scopes.stream().allMatch(scope -> scope.context() == Scope.Context.PATIENT);
        return bound ? session.patient().or(() -> Optional.of("")) : Optional.empty();
    }

    /** Everybody of whom others may have let something out to the caller, whom the caller treats, or who is in an emergency. */
    private Set<String> concerned(Sight sight) {
        Session session = sight.session();
        String organization = "Organization/" + session.caller().organization();
        Set<String> people = new LinkedHashSet<>(index.peopleLinked("Consent", organization, Marks.RECIPIENT));
        for (String type : CARE) {
            people.addAll(index.peopleLinked(type, organization, Marks.TREATS));
            people.addAll(index.peopleLinked(type, organization, Marks.TREATS_AT_TIMES));
        }
        people.addAll(sight.emergencies());
        if (people.size() > mostPeople) {
            throw AccessCode.NAME_THE_PERSON.refusal(
                    "More than " + mostPeople + " people let something out to you, too many for one search.",
                    "Name the person in the search, say with patient=Patient/id.");
        }
        return people;
    }

    private List<String> letOut(Sight sight, String type, Collection<String> people, boolean ownToo) {
        List<String> values = new ArrayList<>();
        index.stamps(type, people).forEach((person, texts) -> {
            Set<Stamp> kept = new HashSet<>();
            for (Stamp stamp : texts.stream().map(Stamp::of).toList()) {
                boolean found = !ownToo && !stamp.isCounsellingNote() && sight.isOwn(stamp.holder());
                if (!found && sight.decide(type, Marks.about(person, stamp)).isPermit()) {
                    values.add("Patient/" + person + "|" + stamp.text());
                } else if (!found) {
                    kept.add(stamp);
                }
            }
            if (!kept.isEmpty() && sight.asksWhen(person)) {
                values.addAll(letOutInTime(sight, type, person, kept));
            }
        });
        return values;
    }

    /** Of stamps that are kept back as such, the moments of which a consent lets out what took place then. */
    private List<String> letOutInTime(Sight sight, String type, String person, Set<Stamp> kept) {
        return index.moments(type, person).stream()
                .filter(moment -> kept.contains(moment.stamp()))
                .filter(moment -> sight.decide(type, Marks.about(person, moment.stamp()), Optional.of(moment.at()))
                        .isPermit())
                .map(moment -> "Patient/" + person + "|" + moment.text())
                .toList();
    }
}
