package org.manypaths.access;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.AppointmentResponse;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** About whom a record is: the references to people in the elements that say so. Pure. */
public final class PersonRules {

    /** The elements that name the person, whatever the type. */
    private static final List<String> ELEMENTS = List.of("subject", "patient", "for", "beneficiary");

    /** Where the type says it otherwise. */
    private static final Map<String, List<String>> OTHERWISE =
            Map.of("ResearchSubject", List.of("individual"), "Group", List.of(), "List", List.of("subject"));

    private PersonRules() {}

    /** References such as {@code Patient/id}, or the placeholder that stands for one within a Bundle. */
    static Set<String> people(Resource resource) {
        Set<String> people = new LinkedHashSet<>();
        if (resource instanceof Patient patient) {
            people.add("Patient/" + patient.getIdElement().getIdPart());
            return people;
        }
        about(resource)
                .map(reference -> reference.getReference())
                .filter(reference -> reference != null && isPerson(reference))
                .map(reference -> reference.replaceFirst("/_history/.*$", ""))
                .forEach(people::add);
        return people;
    }

    /** Where it came from and who decided it is about the person whom it names beside the records. */
    private static Stream<Reference> about(Resource resource) {
        return resource instanceof Provenance provenance ? provenance.getTarget().stream() : references(resource);
    }

    /** The references by which a record says whom it is about; of an appointment, all that take part. */
    public static Stream<Reference> references(Resource resource) {
        if (resource instanceof Appointment appointment) {
            return appointment.getParticipant().stream().map(Appointment.AppointmentParticipantComponent::getActor);
        }
        if (resource instanceof AppointmentResponse response) {
            return Stream.of(response.getActor());
        }
        return OTHERWISE.getOrDefault(resource.fhirType(), ELEMENTS).stream()
                .flatMap(element -> children(resource, element).stream())
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast);
    }

    /** Whether records of its type say whom they are about in an element of their own. */
    public static boolean saysOfWhom(Resource resource) {
        return !(resource instanceof Patient)
                && OTHERWISE.getOrDefault(resource.fhirType(), ELEMENTS).stream()
                        .anyMatch(element -> resource.getNamedProperty(element) != null);
    }

    private static List<Base> children(Resource resource, String element) {
        return resource.getNamedProperty(element) == null
                ? List.of()
                : resource.getNamedProperty(element).getValues();
    }

    /** A Patient of this server; an address elsewhere is nobody whom this server knows. */
    private static boolean isPerson(String reference) {
        return reference.startsWith("Patient/") || reference.startsWith("urn:");
    }
}
