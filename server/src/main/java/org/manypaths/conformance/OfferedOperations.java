package org.manypaths.conformance;

import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.method.BaseMethodBinding;
import ca.uhn.fhir.rest.server.method.OperationMethodBinding;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The operations that this server offers: those of our own, and of HAPI's the few that serve partners.
 *
 * <p>HAPI's providers bring many more, which rewrite metadata, erase history or count what is stored.
 */
final class OfferedOperations {

    private static final Set<String> OF_HAPI =
            Set.of("$everything", "$validate", "$expand", "$validate-code", "$lookup", "$translate", "$subsumes");

    private final Set<String> names;

    private OfferedOperations(Set<String> names) {
        this.names = names;
    }

    static OfferedOperations of(RestfulServer server) {
        Stream<BaseMethodBinding> bindings = Stream.concat(
                server.getServerBindings().stream(),
                server.getResourceBindings().stream().flatMap(type -> type.getMethodBindings().stream()));
        Set<String> ours = bindings.filter(OperationMethodBinding.class::isInstance)
                .map(OperationMethodBinding.class::cast)
                .filter(binding -> binding.getProvider().getClass().getName().startsWith("org.manypaths."))
                .map(OperationMethodBinding::getName)
                .collect(Collectors.toSet());
        ours.addAll(OF_HAPI);
        return new OfferedOperations(ours);
    }

    /** @param name with its dollar sign */
    boolean contains(String name) {
        return names.contains(name);
    }
}
