package org.manypaths.substanceprofile;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.manypaths.refusal.RequestCode;

/**
 * The parameters as they were sent: HAPI takes the first of several, and reads a date more freely than it should.
 */
final class AskedParameters {

    private static final String AS_OF = "as-of";
    private static final Pattern DATE_TIME = Pattern.compile(
            "\\d{4}(?:-\\d{2}(?:-\\d{2}" + "(?:T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?(?:Z|[+-]\\d{2}:\\d{2}))?)?)?");

    private final Map<String, List<String>> sent;

    private AskedParameters(Map<String, List<String>> sent) {
        this.sent = sent;
    }

    /** @throws org.manypaths.refusal.Refusal if there are too many */
    static AskedParameters of(RequestDetails request) {
        Map<String, List<String>> sent = new TreeMap<>();
        request.getParameters().forEach((name, values) -> {
            if (!name.startsWith("_")) {
                sent.put(name.replaceFirst(":.*", ""), List.of(values));
            }
        });
        if (request.getResource() instanceof Parameters body) {
            body.getParameter().stream()
                    .map(ParametersParameterComponent::getName)
                    .distinct()
                    .forEach(name -> sent.put(
                            String.valueOf(name),
                            body.getParameter().stream()
                                    .filter(parameter -> String.valueOf(name).equals(parameter.getName()))
                                    .map(parameter -> String.valueOf(
                                            parameter.hasValue()
                                                    ? parameter.getValue().primitiveValue()
                                                    : ""))
                                    .toList()));
        }
        return new AskedParameters(sent);
    }

    /** Until when, where it was said: a day, a month, a year, or a moment with seconds and offset. */
    Optional<DateTimeType> asOf() {
        List<String> values = sent.getOrDefault(AS_OF, List.of());
        if (values.isEmpty()) {
            return Optional.empty();
        }
        // In an address a plus sign that was not escaped has become a blank.
        String value = values.get(0).replaceFirst("(?<=\\d) (?=\\d{2}:\\d{2}$)", "+");
        if (values.size() > 1 || !DATE_TIME.matcher(value).matches()) {
            throw RequestCode.INVALID_PARAMETER.refusal(
                    values.size() > 1 ? "as-of comes more than once." : "as-of is no date and no time with an offset.",
                    "Send it once, as 2026-01-12 or 2026-01-12T09:45:00-05:00.");
        }
        return Optional.of(new DateTimeType(value));
    }
}
