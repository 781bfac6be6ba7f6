package org.manypaths.conformance;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceOperationComponent;
import org.jspecify.annotations.Nullable;
import org.manypaths.refusal.RequestCode;

/** Keeps the CapabilityStatement and the server saying the same: what is not in the one is not offered by the other. */
@Interceptor
class StatementInterceptor {

    private static final Set<String> TURTLE = Set.of("application/x-turtle", "text/turtle", "ttl");

    private final RestfulServer server;
    private final Supplier<List<CapabilityStatement>> requirements;
    private volatile @Nullable OfferedOperations offered;

    /** @param requirements what the guide asks of servers and clients; the statement names those that are met */
    StatementInterceptor(RestfulServer server, Supplier<List<CapabilityStatement>> requirements) {
        this.server = server;
        this.requirements = requirements;
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLER_SELECTED)
    void beforeRouting(ServletRequestDetails request) {
        refuseUnoffered(request);
    }

    /** An entry of a batch comes here without the first hook. */
    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    void beforeHandling(RequestDetails request) {
        refuseUnoffered(request);
    }

    @Hook(Pointcut.SERVER_CAPABILITY_STATEMENT_GENERATED)
    void tellTheTruth(IBaseConformance generated) {
        if (!(generated instanceof CapabilityStatement statement)) {
            return;
        }
        statement.setName("ManyPaths").setPublisher("Many Paths");
        // HAPI could write Turtle, and the limits let no request ask for it.
        statement.getFormat().removeIf(format -> TURTLE.contains(format.getValue()));
        statement.getRest().forEach(rest -> {
            dropUnoffered(rest.getOperation());
            rest.getResource().forEach(type -> {
                dropUnoffered(type.getOperation());
                type.getSupportedProfile()
                        .removeIf(profile -> !profile.getValue().startsWith(Canonical.BASE));
            });
        });
        requirements.get().stream()
                .filter(required -> RequirementRules.met(required, statement))
                .forEach(required -> statement.addInstantiates(required.getUrl()));
    }

    private void refuseUnoffered(RequestDetails request) {
        Optional.ofNullable(request.getOperation())
                .filter(name -> name.startsWith("$") && !offered().contains(name))
                .ifPresent(name -> {
                    throw RequestCode.UNKNOWN_OPERATION.refusal(
                            "This server does not offer " + name + ".",
                            "The CapabilityStatement under /metadata lists the operations.");
                });
    }

    private void dropUnoffered(List<CapabilityStatementRestResourceOperationComponent> operations) {
        operations.removeIf(operation -> !offered().contains(call(operation)));
        operations.stream()
                .filter(operation -> offered().definedByUs(call(operation)))
                .forEach(operation -> operation.setDefinition(Canonical.BASE + "/OperationDefinition/ihrp-"
                        + call(operation).substring(1)));
    }

    private static String call(CapabilityStatementRestResourceOperationComponent operation) {
        return "$" + operation.getName().replaceFirst("^\\$", "");
    }

    /** Known when the first request comes: by then all providers are registered. */
    private OfferedOperations offered() {
        OfferedOperations known = offered;
        if (known == null) {
            known = OfferedOperations.of(server);
            offered = known;
        }
        return known;
    }
}
