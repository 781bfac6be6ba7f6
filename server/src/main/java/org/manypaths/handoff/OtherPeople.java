package org.manypaths.handoff;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.access.References;
import org.manypaths.handoff.gate.Question;

/**
 * Takes out of what was found for one person whatever is of others: a search for everything brings also what a record
 * refers to, and that may be the record of another person, who consented to nothing.
 *
 * <p>A visit of several people stays without those who are not this person. A reference to what is of others goes with its
 * words, and the narrative around it goes too; so does one to what was not found, unless that is about nobody, for it is
 * not known whose it is.
 */
final class OtherPeople {

    private static final String CUT = OtherPeople.class.getName() + ".cut";
    private static final String PATIENT = "Patient/";

    private final String person;
    private final Map<String, Resource> found;

    private OtherPeople(String person, Map<String, Resource> found) {
        this.person = person;
        this.found = found;
    }

    /**
     * Leaves what is of one person, and of nobody.
     *
     * @param person logical id
     * @param found records by {@code Type/id}; they are changed
     * @param base the address of the FHIR endpoint
     */
    static void takeOut(String person, Map<String, Resource> found, String base) {
        found.values().forEach(record -> References.localize(record, base));
        new OtherPeople(person, found).takeOut();
    }

    /** Whether something was taken out of the record, so that it says less than it was stored. */
    static boolean isCut(Resource record) {
        return record.getUserData(CUT) != null;
    }

    private void takeOut() {
        found.values().forEach(record -> {
            if (record instanceof Appointment visit && isOfThePerson(visit)) {
                note(
                        visit,
                        visit.getParticipant()
                                .removeIf(other -> isAnotherPerson(References.key(other.getActor()))
                                        || isPersonInWords(other.getActor())));
            }
        });
        found.values().removeIf(record -> !Question.isOf(person, record));
        found.values().forEach(this::cut);
    }

    private boolean isOfThePerson(Appointment visit) {
        return visit.getParticipant().stream()
                .anyMatch(participant -> References.key(participant.getActor()).equals(PATIENT + person));
    }

    private void cut(Resource record) {
        if (record instanceof Appointment visit) {
            note(visit, visit.getParticipant().removeIf(other -> isOfOthers(other.getActor(), Set.of())));
        }
        if (record instanceof CareTeam team) {
            note(team, team.getParticipant().removeIf(other -> isOfOthers(other.getMember(), Set.of())));
        }
        Set<String> within = containedOfOthers(record);
        References.visit(record, reference -> {
            if (isOfOthers(reference, within)) {
                References.forget(reference);
                note(record, true);
            }
        });
        if (isCut(record)) {
            References.prune(record);
            if (record instanceof DomainResource told) {
                told.setText(null);
            }
        }
    }

    private Set<String> containedOfOthers(Resource record) {
        Set<String> keys = new HashSet<>();
        List<Resource> contained = record instanceof DomainResource whole ? whole.getContained() : List.of();
        for (Resource part : List.copyOf(contained)) {
            if (!Question.isOf(person, part)) {
                contained.remove(part);
                keys.add("#" + String.valueOf(part.getIdElement().getIdPart()).replaceFirst("^#", ""));
                note(record, true);
            }
        }
        return keys;
    }

    private boolean isOfOthers(Reference reference, Set<String> contained) {
        String key = References.key(reference);
        IdType id = new IdType(key);
        if (key.startsWith("#")) {
            return contained.contains(key);
        }
        if (isPersonInWords(reference)) {
            return true;
        }
        return id.hasResourceType()
                && !id.hasBaseUrl()
                && !key.equals(PATIENT + person)
                && (isAnotherPerson(key)
                        || (!found.containsKey(key) && !References.OF_NOBODY.contains(id.getResourceType())));
    }

    /** Somebody who is called a person and whom no record names: nobody can say that it is this one. */
    private static boolean isPersonInWords(Reference reference) {
        return !reference.hasReference() && "Patient".equals(reference.getType());
    }

    private boolean isAnotherPerson(String key) {
        return key.startsWith(PATIENT) && !key.equals(PATIENT + person);
    }

    private static void note(Resource record, boolean cut) {
        if (cut) {
            record.setUserData(CUT, true);
        }
    }
}
