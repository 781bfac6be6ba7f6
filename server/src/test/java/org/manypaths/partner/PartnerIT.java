package org.manypaths.partner;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.testkit.Fhir;
import org.manypaths.testkit.ServerIT;

/** The few gestures that every partner's test is made of. */
abstract class PartnerIT extends ServerIT {

    /** Sends the transaction, which must be taken. */
    Stored stored(String transaction) {
        HttpResponse<String> answer = http().post("", transaction);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + ": " + answer.body());
        }
        return Stored.by(bundle(answer.body()));
    }

    /** The references that a search finds; the query stands as a person would type it. */
    List<String> found(String query) {
        HttpResponse<String> answer = http().get("/" + typed(query));
        if (answer.statusCode() != 200) {
            throw new AssertionError(query + " -> " + answer.statusCode() + ": " + answer.body());
        }
        return references(bundle(answer.body()));
    }

    static List<String> references(Bundle bundle) {
        return bundle.getEntry().stream()
                .map(entry -> entry.getResource()
                        .getIdElement()
                        .toUnqualifiedVersionless()
                        .getValue())
                .toList();
    }

    /** Escapes the values and leaves names and commas, as programs do. */
    static String typed(String query) {
        int values = query.indexOf('?');
        return query.substring(0, values + 1)
                + Arrays.stream(query.substring(values + 1).split("&", -1))
                        .map(PartnerIT::escaped)
                        .collect(Collectors.joining("&"));
    }

    private static String escaped(String parameter) {
        int equals = parameter.indexOf('=');
        String value = parameter.substring(equals + 1);
        return parameter.substring(0, equals + 1) + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    static Bundle bundle(String json) {
        return Fhir.CONTEXT.newJsonParser().parseResource(Bundle.class, json);
    }

    static <T extends Resource> Map<String, T> byReference(Bundle bundle, Class<T> type) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .collect(Collectors.toMap(
                        resource -> resource.getIdElement()
                                .toUnqualifiedVersionless()
                                .getValue(),
                        Function.identity()));
    }
}
