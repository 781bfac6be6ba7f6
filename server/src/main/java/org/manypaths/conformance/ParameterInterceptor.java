package org.manypaths.conformance;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;
import org.manypaths.conformance.OperationParameters.Taken;
import org.manypaths.refusal.Refusal;
import org.manypaths.refusal.RequestCode;
import org.springframework.util.function.SingletonSupplier;

/**
 * Refuses what an operation does not understand, in the address and in the body.
 *
 * <p>HAPI passes over a parameter that it does not know: a misspelt {@code keep-back} would let go what was to stay.
 */
@Interceptor
class ParameterInterceptor {

    /** After those who judge whether the caller may ask for it at all. */
    private static final int AFTER_ACCESS = 2000;

    private static final Set<RestOperationTypeEnum> HISTORIES = Set.of(
            RestOperationTypeEnum.HISTORY_INSTANCE,
            RestOperationTypeEnum.HISTORY_TYPE,
            RestOperationTypeEnum.HISTORY_SYSTEM);

    private static final Taken HISTORY = new Taken(
            Map.of("_since", 1, "_at", 1, "_count", 1, "_offset", 1),
            OperationParameters.SHAPES,
            false,
            Optional.empty());

    private final FhirContext fhirContext;
    private final SingletonSupplier<OperationParameters> operations;

    /** @param operations known when the first request comes: by then all providers are registered */
    ParameterInterceptor(FhirContext fhirContext, SingletonSupplier<OperationParameters> operations) {
        this.fhirContext = fhirContext;
        this.operations = operations;
    }

    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED, order = AFTER_ACCESS)
    void beforeHandling(RequestDetails request) {
        if (HISTORIES.contains(request.getRestOperationType())) {
            Map<String, Integer> asked = address(request);
            check("_history", HISTORY, asked, asked.keySet(), request);
            return;
        }
        String operation = String.valueOf(request.getOperation());
        if (operation.startsWith("$") && !isIgnoring(operation, request)) {
            operations.obtain().of(request).ifPresent(taken -> check(operation, taken, request));
        }
    }

    private void check(String operation, Taken taken, RequestDetails request) {
        Map<String, Integer> sent = address(request);
        if (taken.byHand() && request.getRequestType() == RequestTypeEnum.POST) {
            sent.keySet().stream()
                    .filter(name -> !taken.shapes().contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw RequestCode.UNKNOWN_PARAMETER.refusal(
                                operation + " takes no " + name + " from the address of a POST.",
                                "Send what it needs in the body.");
                    });
        }
        body(taken, request).ifPresent(body -> {
            if (body instanceof Parameters parameters) {
                parameters
                        .getParameter()
                        .forEach(parameter -> sent.merge(String.valueOf(parameter.getName()), 1, Integer::sum));
            } else if (taken.bodies()
                    .filter(types -> !types.contains(body.fhirType()))
                    .isPresent()) {
                throw RequestCode.WRONG_TYPE.refusal(
                        "The body of " + operation + " is a " + body.fhirType() + ".",
                        "Send Parameters. " + known(operation, taken));
            }
        });
        check(operation, taken, sent, address(request).keySet(), request);
    }

    private static void check(
            String operation, Taken taken, Map<String, Integer> sent, Set<String> address, RequestDetails request) {
        sent.forEach((name, times) -> {
            List<String> place =
                    address.contains(name) ? List.of() : List.of("Parameters.parameter.where(name = '" + name + "')");
            Integer most = address.contains(name) && taken.shapes().contains(name)
                    ? Integer.valueOf(1)
                    : taken.most().get(name);
            if (most == null) {
                throw refusal(
                                RequestCode.UNKNOWN_PARAMETER,
                                operation + " has no parameter " + name + ".",
                                known(operation, taken),
                                place)
                        .rememberedBy(request);
            }
            if (times > most) {
                throw refusal(
                                RequestCode.INVALID_PARAMETER,
                                name + " comes more than once.",
                                most == 1 ? "Send it once." : "Send it " + most + " times at most.",
                                place)
                        .rememberedBy(request);
            }
        });
    }

    private static Refusal refusal(RequestCode code, String problem, String remedy, List<String> place) {
        return new Refusal(code.status(), code.issue(problem).remedy(remedy).at(place));
    }

    private static String known(String operation, Taken taken) {
        String general = String.join(", ", taken.shapes().stream().sorted().toList());
        return (taken.most().isEmpty()
                        ? "It has none"
                        : "It has "
                                + String.join(
                                        ", ",
                                        taken.most().keySet().stream().sorted().toList()))
                + " (and, in the address, " + general + "), spelled like that."
                + (isExport(operation) ? " With Prefer: handling=lenient it is passed over." : "");
    }

    private static Map<String, Integer> address(RequestDetails request) {
        Map<String, Integer> sent = new TreeMap<>();
        Optional.ofNullable(request.getParameters())
                .orElse(Map.of())
                .forEach((name, values) ->
                        sent.put(name, (int) Arrays.stream(values).count()));
        return sent;
    }

    /** What HAPI has read, or what the operation is about to read by itself. */
    private Optional<IBaseResource> body(Taken taken, RequestDetails request) {
        return taken.byHand() ? byHand(request) : Optional.ofNullable(request.getResource());
    }

    /** A document is not read twice: only Parameters are looked into. */
    private Optional<IBaseResource> byHand(RequestDetails request) {
        byte[] content = request.loadRequestContents();
        String text = content == null ? "" : new String(content, StandardCharsets.UTF_8);
        boolean parameters = text.contains("\"Parameters\"") || text.contains("<Parameters");
        return parameters ? Optional.ofNullable(parsed(text)) : Optional.empty();
    }

    private @Nullable IBaseResource parsed(String text) {
        try {
            return EncodingEnum.detectEncoding(text).newParser(fhirContext).parseResource(text);
        } catch (DataFormatException e) {
            // The operation says what is wrong with it.
            return null;
        }
    }

    /** Bulk Data lets a client ask that what the server does not offer be passed over. */
    private static boolean isIgnoring(String operation, RequestDetails request) {
        return isExport(operation)
                && Optional.ofNullable(request.getHeader("Prefer")).orElse("").contains("handling=lenient");
    }

    private static boolean isExport(String operation) {
        return operation.equals("$export");
    }
}
