package org.manypaths.access;

import java.util.Set;

/** Types of records that are nobody's health information. */
final class AccessTypes {

    /** Who is who: readable by every client, written by whoever they belong to. */
    static final Set<String> DIRECTORY =
            Set.of("Organization", "Practitioner", "PractitionerRole", "Location", "HealthcareService", "Endpoint");

    /** What everybody shares: readable by everybody, written by operators alone. */
    static final Set<String> DEFINITIONS = Set.of(
            "ActivityDefinition",
            "CapabilityStatement",
            "CodeSystem",
            "ConceptMap",
            "GraphDefinition",
            "ImplementationGuide",
            "Library",
            "Measure",
            "MessageDefinition",
            "NamingSystem",
            "OperationDefinition",
            "PlanDefinition",
            "Questionnaire",
            "SearchParameter",
            "StructureDefinition",
            "StructureMap",
            "ValueSet");

    /** Made and guarded by those who serve it. */
    static final Set<String> GUARDED_ELSEWHERE = Set.of("AuditEvent");

    private AccessTypes() {}
}
