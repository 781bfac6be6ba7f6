package org.manypaths.conformance;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceOperationComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;

/** Whether what a server offers is all that a statement of requirements asks of a server. */
final class RequirementRules {

    private RequirementRules() {}

    /** False for what asks something of clients alone: a server cannot meet it. */
    static boolean met(CapabilityStatement required, CapabilityStatement offered) {
        List<CapabilityStatementRestComponent> asked = required.getRest().stream()
                .filter(rest -> rest.getMode() == RestfulCapabilityMode.SERVER)
                .toList();
        return !asked.isEmpty()
                && asked.stream().allMatch(rest -> offered.getRest().stream().anyMatch(has -> met(rest, has)));
    }

    private static boolean met(CapabilityStatementRestComponent required, CapabilityStatementRestComponent offered) {
        return has(required.getOperation(), offered.getOperation(), RequirementRules::name)
                && required.getResource().stream().allMatch(type -> offered.getResource().stream()
                        .anyMatch(has -> type.getType().equals(has.getType()) && met(type, has)));
    }

    private static boolean met(
            CapabilityStatementRestResourceComponent required, CapabilityStatementRestResourceComponent offered) {
        return has(required.getInteraction(), offered.getInteraction(), interaction -> interaction
                        .getCode()
                        .toCode())
                && has(required.getSearchParam(), offered.getSearchParam(), parameter -> parameter.getName())
                && has(required.getOperation(), offered.getOperation(), RequirementRules::name)
                && has(required.getSupportedProfile(), offered.getSupportedProfile(), profile -> profile.getValue());
    }

    private static <T> boolean has(List<T> required, List<T> offered, Function<T, String> name) {
        return offered.stream()
                .map(name)
                .collect(Collectors.toSet())
                .containsAll(required.stream().map(name).toList());
    }

    private static String name(CapabilityStatementRestResourceOperationComponent operation) {
        return operation.getName().replaceFirst("^\\$", "");
    }
}
