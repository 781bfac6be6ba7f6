package org.manypaths.handoff.section;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;

/** What people and places are called, and on which number they are reached. */
final class Names {

    private final Chart chart;

    Names(Chart chart) {
        this.chart = chart;
    }

    /** By the record itself; else as the reference shows it; nothing for nothing. */
    String of(Reference reference) {
        return chart.find(reference)
                .map(this::of)
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> Optional.ofNullable(reference.getDisplay()).orElse(""));
    }

    String all(List<Reference> references) {
        return Words.joined(", ", references.stream().map(this::of));
    }

    private String of(Resource resource) {
        if (resource instanceof Patient person) {
            return Words.name(person.getName());
        }
        if (resource instanceof Practitioner practitioner) {
            return Words.name(practitioner.getName());
        }
        if (resource instanceof RelatedPerson person) {
            return Words.name(person.getName());
        }
        if (resource instanceof PractitionerRole role) {
            return of(role.getPractitioner());
        }
        return resource instanceof Organization organization
                ? Optional.ofNullable(organization.getName()).orElse("")
                : "";
    }

    /** For which organization somebody is in a team: as the team says; else that of their roles in the chart. */
    String organization(CareTeam.CareTeamParticipantComponent participant) {
        String stated = of(participant.getOnBehalfOf());
        return stated.isEmpty()
                ? Words.joined(
                        ", ",
                        chart.find(participant.getMember()).stream()
                                .flatMap(this::roles)
                                .map(role -> of(role.getOrganization()))
                                .distinct())
                : stated;
    }

    private Stream<PractitionerRole> roles(Resource member) {
        if (member instanceof PractitionerRole role) {
            return Stream.of(role);
        }
        return member instanceof Practitioner
                ? chart.all(PractitionerRole.class)
                        .filter(role -> !role.hasActive() || role.getActive())
                        .filter(role -> chart.find(role.getPractitioner())
                                .filter(member::equals)
                                .isPresent())
                : Stream.empty();
    }

    /** The telephone numbers of a member of a team: their own, or those of their roles that are in the chart. */
    String phone(Reference reference) {
        Optional<Resource> found = chart.find(reference);
        return Words.joined(
                ", ",
                found.stream()
                        .flatMap(member -> contacts(member))
                        .map(contacts -> Words.phones(contacts, chart.asOf()))
                        .distinct());
    }

    private Stream<List<ContactPoint>> contacts(Resource member) {
        if (member instanceof Practitioner practitioner) {
            return Stream.concat(
                    Stream.of(practitioner.getTelecom()), roles(practitioner).map(PractitionerRole::getTelecom));
        }
        if (member instanceof RelatedPerson person) {
            return Stream.of(person.getTelecom());
        }
        if (member instanceof PractitionerRole role) {
            return Stream.of(role.getTelecom());
        }
        return member instanceof Organization organization ? Stream.of(organization.getTelecom()) : Stream.empty();
    }

    /** What somebody does in a team. */
    static String role(CareTeam.CareTeamParticipantComponent participant) {
        return Words.joined(", ", participant.getRole().stream().map(Words::concept));
    }
}
