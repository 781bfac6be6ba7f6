package org.manypaths.substanceprofile;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.manypaths.assessment.AssessmentCodes;
import org.manypaths.conformance.Canonical;
import org.manypaths.handoff.Holds;

/** What is stored about a person and some substance; what was entered in error is not in it. */
record PersonRecord(
        List<Observation> observations,
        List<Goal> goals,
        List<MedicationRequest> requests,
        List<MedicationStatement> statements) {

    private static final String SUBSTANCE = Canonical.BASE + "/StructureDefinition/ihrp-substance";

    PersonRecord {
        observations = observations.stream().filter(Holds::isSo).toList();
        goals = goals.stream().filter(goal -> !Holds.isError(goal)).toList();
        requests = requests.stream().filter(request -> !Holds.isError(request)).toList();
        statements = statements.stream()
                .filter(statement -> !Holds.isError(statement))
                .toList();
    }

    /** The same without what came later. */
    PersonRecord until(AsOf asOf) {
        return new PersonRecord(
                observations.stream()
                        .filter(observation -> asOf.covers(observation.getEffective()))
                        .toList(),
                goals.stream().filter(goal -> covers(asOf, goal)).toList(),
                requests.stream()
                        .filter(request -> asOf.covers(request.getAuthoredOnElement()))
                        .toList(),
                statements.stream()
                        .filter(statement -> asOf.covers(
                                statement.hasDateAsserted()
                                        ? statement.getDateAssertedElement()
                                        : statement.getEffective()))
                        .toList());
    }

    Stream<DomainResource> all() {
        return Stream.of(observations, goals, requests, statements).flatMap(List::stream);
    }

    /** What a resource is about, by itself or by what it refers to. */
    List<CodeableConcept> substances(DomainResource resource) {
        if (!(resource instanceof Observation observation)) {
            return stated(resource);
        }
        List<CodeableConcept> own = observation.getComponent().stream()
                .filter(component -> AssessmentCodes.isPart(component.getCode(), "substance")
                        || AssessmentCodes.isPart(component.getCode(), "behaviour"))
                .filter(component -> component.hasValueCodeableConcept())
                .map(component -> component.getValueCodeableConcept())
                .toList();
        return own.isEmpty()
                ? observation.getFocus().stream()
                        .flatMap(this::named)
                        .flatMap(focus -> stated(focus).stream())
                        .toList()
                : own;
    }

    private Stream<DomainResource> named(Reference reference) {
        String id = reference.getReferenceElement().toUnqualifiedVersionless().getValue();
        return Stream.of(goals, requests, statements)
                .flatMap(List::stream)
                .map(DomainResource.class::cast)
                .filter(resource -> resource.getIdElement()
                        .toUnqualifiedVersionless()
                        .getValue()
                        .equals(id));
    }

    private static List<CodeableConcept> stated(DomainResource resource) {
        return resource.getExtensionsByUrl(SUBSTANCE).stream()
                .filter(extension -> extension.getValue() instanceof CodeableConcept)
                .map(extension -> (CodeableConcept) extension.getValue())
                .toList();
    }

    /** A goal is known from the day it was written down, which may be before it starts. */
    private static boolean covers(AsOf asOf, Goal goal) {
        Type start = goal.getStart();
        return asOf.covers(goal.getStatusDateElement())
                || (start instanceof DateType && asOf.covers(start))
                || !asOf.cuts();
    }
}
