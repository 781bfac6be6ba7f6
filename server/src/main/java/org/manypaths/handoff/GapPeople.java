package org.manypaths.handoff;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.handoff.gate.Passage;
import org.manypaths.handoff.section.Words;
import org.manypaths.refusal.Blank;
import org.manypaths.refusal.Issue;

/**
 * Who may know of a gap, or look for the person: one of the two places, somebody who works there, or the person's team. A
 * name in which nobody can read anything is none. Pure.
 */
final class GapPeople {

    private final PersonRecord record;

    GapPeople(PersonRecord record) {
        this.record = record;
    }

    List<Issue> findings(String parameter, Optional<String> reference) {
        return reference.flatMap(key -> finding(parameter, key)).stream().toList();
    }

    private Optional<Issue> finding(String parameter, String key) {
        Optional<Resource> found = record.find(key);
        if (found.flatMap(this::name).isEmpty()) {
            return Optional.of(HandoffCode.GAP_UNKNOWN_NAME.issue(
                    "The " + parameter + " " + key + " is nobody that this server knows by name.",
                    "Name a Practitioner, PractitionerRole, CareTeam or Organization, with a name that can be read."));
        }
        return found.filter(this::isInvolved).isPresent()
                ? Optional.empty()
                : Optional.of(HandoffCode.GAP_UNKNOWN_NAME.issue(
                        "The " + parameter + " " + key + " belongs neither to "
                                + record.sender().getName() + " nor to "
                                + record.recipient().getName() + " nor to the person's team.",
                        "Name one of the two places, a Practitioner with a PractitionerRole there or in the person's"
                                + " CareTeam, or that CareTeam."));
    }

    /** What they are called; empty where nobody could read it. */
    Optional<String> name(Resource named) {
        Stream<String> names = Stream.empty();
        if (named instanceof Practitioner practitioner) {
            names = practitioner.hasName() ? Stream.of(Words.name(practitioner.getName())) : names;
            names = names.filter(name -> !Words.NAMELESS.equals(name));
        } else if (named instanceof PractitionerRole role) {
            names = Stream.concat(
                    Stream.ofNullable(role.getPractitioner().getDisplay()),
                    found(role.getPractitioner()).flatMap(who -> name(who).stream()));
        } else if (named instanceof CareTeam team) {
            names = Stream.ofNullable(team.getName());
        } else if (named instanceof Organization place) {
            names = Stream.ofNullable(place.getName());
        }
        return names.filter(name -> !Blank.is(name)).findFirst();
    }

    private boolean isInvolved(Resource named) {
        Set<String> places = places();
        if (named instanceof Organization) {
            return places.contains(Passage.key(named));
        }
        if (named instanceof CareTeam team) {
            return isTheirs(team);
        }
        if (named instanceof PractitionerRole role) {
            return places.contains(key(role.getOrganization())) || isInTeam(named);
        }
        return isInTeam(named)
                || record.all().stream()
                        .filter(PractitionerRole.class::isInstance)
                        .map(PractitionerRole.class::cast)
                        .anyMatch(role -> Passage.key(named).equals(key(role.getPractitioner()))
                                && places.contains(key(role.getOrganization())));
    }

    private Set<String> places() {
        return Stream.concat(
                        Stream.of(Passage.key(record.sender()), Passage.key(record.recipient())),
                        record.ours().stream().map("Organization/"::concat))
                .collect(Collectors.toSet());
    }

    private boolean isInTeam(Resource named) {
        return record.all().stream()
                .filter(CareTeam.class::isInstance)
                .map(CareTeam.class::cast)
                .filter(this::isTheirs)
                .flatMap(team -> team.getParticipant().stream())
                .anyMatch(member -> Passage.key(named).equals(key(member.getMember())));
    }

    private boolean isTheirs(CareTeam team) {
        return Objects.equals(Passage.key(record.person()), key(team.getSubject()));
    }

    private Stream<Resource> found(Reference reference) {
        return record.find(key(reference)).stream();
    }

    private static String key(Reference reference) {
        return reference.hasReference()
                ? reference.getReferenceElement().toUnqualifiedVersionless().getValue()
                : "";
    }
}
