package org.manypaths.conformance;

import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.method.BaseMethodBinding;
import ca.uhn.fhir.rest.server.method.OperationMethodBinding;
import ca.uhn.fhir.rest.server.method.SearchMethodBinding;
import java.util.Optional;
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
        Stream<BaseMethodBinding> bindings = Stream.of(
                        server.getServerBindings().stream(),
                        server.createConfiguration().getGlobalBindings().stream(),
                        server.getResourceBindings().stream().flatMap(type -> type.getMethodBindings().stream()))
                .flatMap(all -> all);
        Set<String> ours = bindings.filter(OfferedOperations::isOurs)
                .flatMap(binding -> name(binding).stream())
                .collect(Collectors.toSet());
        ours.addAll(OF_HAPI);
        return new OfferedOperations(ours);
    }

    /** HAPI's own bindings, such as that of a search's next page, may have no provider. */
    private static boolean isOurs(BaseMethodBinding binding) {
        Object provider = binding.getProvider();
        return provider != null && provider.getClass().getName().startsWith("org.manypaths.");
    }

    /** With a dollar sign; a named query, which is listed beside the operations, has one here as well. */
    private static Optional<String> name(BaseMethodBinding binding) {
        if (binding instanceof OperationMethodBinding operation) {
            return Optional.of(operation.getName());
        }
        return binding instanceof SearchMethodBinding search
                ? Optional.ofNullable(search.getQueryName()).map(name -> "$" + name)
                : Optional.empty();
    }

    /** @param name with its dollar sign */
    boolean contains(String name) {
        return names.contains(name);
    }

    /** Whether the operation is one of ours, which the guide defines. */
    boolean definedByUs(String name) {
        return names.contains(name) && !OF_HAPI.contains(name);
    }
}
