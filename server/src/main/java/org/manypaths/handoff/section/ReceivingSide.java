package org.manypaths.handoff.section;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.handoff.gate.Passage;

/**
 * Who takes over: the organization, its parts, its places, and those who work there in a role or stand for it in a team.
 *
 * <p>A visit of which the record names none of them is nobody's of the receiving side, whoever else takes part. Pure.
 */
final class ReceivingSide {

    private final Set<String> places = new HashSet<>();
    private final Set<String> elsewhere = new HashSet<>();
    private final Set<String> people = new HashSet<>();

    /** @param recipient logical id of the organization that takes over */
    ReceivingSide(String recipient, List<Resource> records) {
        Set<String> organizations = parts("Organization/" + recipient, records);
        places.addAll(organizations);
        for (Resource record : records) {
            if (record instanceof Organization) {
                elsewhere.add(Passage.key(record));
            } else if (record instanceof Location place && place.hasManagingOrganization()) {
                sort(place, place.getManagingOrganization());
            } else if (record instanceof PractitionerRole role
                    && role.hasOrganization()
                    && (!role.hasActive() || role.getActive())) {
                sort(role, role.getOrganization());
                stands(role.getPractitioner(), role.getOrganization());
            } else if (record instanceof CareTeam team) {
                team.getParticipant().forEach(member -> stands(member.getMember(), member.getOnBehalfOf()));
            }
        }
        elsewhere.removeAll(places);
    }

    private void sort(Resource record, Reference organization) {
        (places.contains(key(organization)) ? places : elsewhere).add(Passage.key(record));
    }

    private void stands(Reference person, Reference organization) {
        if (places.contains(key(organization))) {
            people.add(key(person));
        }
    }

    /** An organization and what is part of it, however deep. */
    private static Set<String> parts(String whole, List<Resource> records) {
        Map<String, String> wholes = new HashMap<>();
        records.stream()
                .filter(Organization.class::isInstance)
                .map(Organization.class::cast)
                .forEach(part -> wholes.put(Passage.key(part), key(part.getPartOf())));
        Set<String> found = new HashSet<>(Set.of(whole));
        boolean more = true;
        while (more) {
            more = wholes.entrySet().stream()
                            .filter(part -> found.contains(part.getValue()) && found.add(part.getKey()))
                            .count()
                    > 0;
        }
        return found;
    }

    /** Somebody who works at two places takes part for the one that the visit names, if it names one. */
    boolean takesPartIn(Appointment visit) {
        List<String> parties = visit.getParticipant().stream()
                .filter(participant -> participant.getStatus() != ParticipationStatus.DECLINED)
                .map(participant -> key(participant.getActor()))
                .toList();
        return parties.stream().anyMatch(places::contains)
                || (parties.stream().noneMatch(elsewhere::contains)
                        && parties.stream().anyMatch(people::contains));
    }

    /** Empty for nobody, and for somebody of another server. */
    private static String key(Reference reference) {
        return reference.hasReference() && !reference.getReferenceElement().isAbsolute()
                ? reference.getReferenceElement().toUnqualifiedVersionless().getValue()
                : "";
    }
}
