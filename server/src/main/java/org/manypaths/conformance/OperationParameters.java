package org.manypaths.conformance;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.method.BaseMethodBinding;
import ca.uhn.fhir.rest.server.method.BaseQueryParameter;
import ca.uhn.fhir.rest.server.method.CountParameter;
import ca.uhn.fhir.rest.server.method.IParameter;
import ca.uhn.fhir.rest.server.method.MethodMatchEnum;
import ca.uhn.fhir.rest.server.method.OperationMethodBinding;
import ca.uhn.fhir.rest.server.method.OperationParameter;
import ca.uhn.fhir.rest.server.method.ResourceParameter;
import ca.uhn.fhir.rest.server.method.SortParameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.OperationDefinition.OperationParameterUse;

/**
 * The parameters of every operation: by the method that carries it out, or by the guide where that one reads the body
 * itself.
 */
final class OperationParameters {

    /** How any answer can be asked to look. */
    static final Set<String> SHAPES = Set.of("_format", "_pretty", "_summary", "_elements");

    private static final int UNLIMITED = Integer.MAX_VALUE;

    private final Map<String, List<OperationMethodBinding>> bindings;
    private final Map<String, Map<String, Integer>> guide;

    private OperationParameters(
            Map<String, List<OperationMethodBinding>> bindings, Map<String, Map<String, Integer>> guide) {
        this.bindings = bindings;
        this.guide = guide;
    }

    /**
     * What one operation takes.
     *
     * @param most how often each parameter may come, by its name
     * @param shapes what every answer of it can be asked for besides, such as {@code _format}
     * @param byHand whether it reads the body itself, and nothing but the body in a POST
     * @param bodies types of resources that can be the body itself; empty where any can
     */
    record Taken(Map<String, Integer> most, Set<String> shapes, boolean byHand, Optional<Set<String>> bodies) {}

    /** To be called when all providers are registered. */
    static OperationParameters of(RestfulServer server, FhirContext fhirContext) {
        Map<String, List<OperationMethodBinding>> bindings = Stream.of(
                        server.getServerBindings().stream(),
                        server.createConfiguration().getGlobalBindings().stream(),
                        server.getResourceBindings().stream().flatMap(type -> type.getMethodBindings().stream()))
                .flatMap(all -> all)
                .filter(OperationMethodBinding.class::isInstance)
                .map(OperationMethodBinding.class::cast)
                .collect(Collectors.groupingBy(OperationMethodBinding::getName));
        Map<String, Map<String, Integer>> guide = new HashMap<>();
        GuidePackage.fromClassPath()
                .operations(fhirContext)
                .forEach(definition -> guide.put("$" + definition.getCode(), most(definition)));
        return new OperationParameters(bindings, guide);
    }

    /** Empty where the request is for no operation. */
    Optional<Taken> of(RequestDetails request) {
        return bindings.getOrDefault(String.valueOf(request.getOperation()), List.of()).stream()
                .filter(binding -> binding.incomingServerRequestMatchesMethod(request) != MethodMatchEnum.NONE)
                .findFirst()
                .map(this::taken);
    }

    private Taken taken(OperationMethodBinding binding) {
        boolean byHand = binding.isManualRequestMode();
        return new Taken(
                byHand ? guide.getOrDefault(binding.getName(), Map.of()) : most(binding),
                // Of an answer that is written by hand HAPI leaves nothing out.
                isWrittenByHand(binding) ? Set.of("_format", "_pretty") : SHAPES,
                byHand,
                bodies(binding));
    }

    private static boolean isWrittenByHand(OperationMethodBinding binding) {
        return binding.getMethod().getReturnType() == void.class;
    }

    private static Map<String, Integer> most(BaseMethodBinding binding) {
        Map<String, Integer> most = new TreeMap<>();
        binding.getParameters()
                .forEach(parameter -> name(parameter).ifPresent(name -> most.put(name, most(parameter))));
        return most;
    }

    private static Optional<String> name(IParameter parameter) {
        if (parameter instanceof OperationParameter own) {
            return Optional.of(own.getName());
        }
        if (parameter instanceof BaseQueryParameter query) {
            return Optional.of(query.getName());
        }
        if (parameter instanceof SortParameter) {
            return Optional.of("_sort");
        }
        return parameter instanceof CountParameter ? Optional.of("_count") : Optional.empty();
    }

    private static int most(IParameter parameter) {
        return parameter instanceof OperationParameter own && own.getMax() > 0 ? own.getMax() : UNLIMITED;
    }

    private static Map<String, Integer> most(OperationDefinition definition) {
        return new TreeMap<>(definition.getParameter().stream()
                .filter(parameter -> parameter.getUse() == OperationParameterUse.IN)
                .collect(Collectors.toMap(
                        parameter -> parameter.getName(),
                        parameter ->
                                parameter.getMax().equals("*") ? UNLIMITED : Integer.parseInt(parameter.getMax()))));
    }

    private static Optional<Set<String>> bodies(OperationMethodBinding binding) {
        boolean any = binding.isManualRequestMode()
                || binding.getParameters().stream().anyMatch(ResourceParameter.class::isInstance);
        Set<String> types = binding.getParameters().stream()
                .filter(OperationParameter.class::isInstance)
                .map(parameter -> String.valueOf(((OperationParameter) parameter).getParamType()))
                .collect(Collectors.toSet());
        return any || types.contains("Resource") ? Optional.empty() : Optional.of(types);
    }
}
