package org.manypaths.export;

import ca.uhn.fhir.context.FhirContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.InstantType;
import org.jspecify.annotations.Nullable;
import org.manypaths.export.ExportRequest.Scope;
import org.manypaths.refusal.RequestCode;

/** Which kick-offs are well formed, and which types an export of each kind can hold. Pure. */
final class ExportRules {

    private static final Set<String> FORMATS =
            Set.of("application/fhir+ndjson", "application/fhir ndjson", "application/ndjson", "ndjson");

    /** Definitions are the same for everybody and are had from the guide; who wants them names them. */
    private static final Set<String> DEFINITIONS = Set.of(
            "ActivityDefinition",
            "CapabilityStatement",
            "CodeSystem",
            "CompartmentDefinition",
            "ConceptMap",
            "GraphDefinition",
            "ImplementationGuide",
            "Library",
            "Measure",
            "MessageDefinition",
            "NamingSystem",
            "OperationDefinition",
            "PlanDefinition",
            "SearchParameter",
            "StructureDefinition",
            "StructureMap",
            "TerminologyCapabilities",
            "ValueSet");

    private ExportRules() {}

    static void check(@Nullable String prefer, @Nullable String outputFormat) {
        String wishes = prefer == null ? "" : prefer.toLowerCase(Locale.ROOT);
        if (!wishes.contains("respond-async")) {
            throw RequestCode.INVALID.refusal(
                    "An export is answered later, and the request does not say that you will come back.",
                    "Send the header Prefer: respond-async.");
        }
        if (outputFormat != null && !FORMATS.contains(outputFormat)) {
            throw RequestCode.INVALID_PARAMETER.refusal(
                    "There is no export in the format " + outputFormat + ".",
                    "Leave _outputFormat out or ask for application/fhir+ndjson.");
        }
    }

    static Optional<Instant> since(@Nullable InstantType since) {
        return Optional.ofNullable(since).map(value -> value.getValue().toInstant());
    }

    /**
     * The types of the export: those asked for, or all that the scope can hold and the token may read.
     *
     * @param asked as sent, with commas or repeated
     */
    static Set<String> types(FhirContext context, Scope scope, List<String> asked, Predicate<String> readable) {
        Set<String> named = asked.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(type -> !type.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        named.stream()
                .filter(type -> !canHold(context, scope, type))
                .findFirst()
                .ifPresent(type -> {
                    throw RequestCode.INVALID_PARAMETER.refusal(
                            "_type=" + type + " cannot be exported here.",
                            scope == Scope.SYSTEM
                                    ? "Name resource types of R4."
                                    : "Name types that are about a person; others are in a system export.");
                });
        return named.isEmpty()
                ? context.getResourceTypes().stream()
                        .filter(type -> !DEFINITIONS.contains(type) && canHold(context, scope, type))
                        .filter(readable)
                        .collect(Collectors.toCollection(TreeSet::new))
                : named;
    }

    private static boolean canHold(FhirContext context, Scope scope, String type) {
        if (!context.getResourceTypes().contains(type) || type.equals("AuditEvent")) {
            return false;
        }
        if (scope != Scope.SYSTEM && type.equals("Group")) {
            // About each of its members, and so about others than those whose records are asked for.
            return false;
        }
        return scope == Scope.SYSTEM
                || type.equals("Patient")
                || !context.getResourceDefinition(type)
                        .getSearchParamsForCompartmentName("Patient")
                        .isEmpty();
    }
}
