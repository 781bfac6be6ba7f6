package org.manypaths.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;

/** When that took place which a record tells of. Pure. */
final class Moments {

    private static final List<String> ELEMENTS = List.of(
            "effective[x]",
            "performed[x]",
            "occurrence[x]",
            "onset[x]",
            "period",
            "authoredOn",
            "recordedDate",
            "startDate",
            "start[x]",
            "start",
            "created",
            "date",
            "dateTime",
            "whenHandedOver");

    private Moments() {}

    /** Empty where the record does not say; what has two ends counts by its beginning. */
    static Optional<Instant> of(Resource resource) {
        return ELEMENTS.stream()
                .flatMap(element -> values(resource, element))
                .flatMap(value -> instant(value).stream())
                .findFirst();
    }

    private static Stream<Base> values(Resource resource, String element) {
        Property property = resource.getNamedProperty(element.replace("[x]", ""));
        Property choice = property == null ? resource.getChildByName(element) : property;
        return choice == null ? Stream.empty() : choice.getValues().stream();
    }

    private static Optional<Instant> instant(Base value) {
        if (value instanceof Period period) {
            return period.hasStart() ? Optional.of(period.getStart().toInstant()) : Optional.empty();
        }
        return value instanceof BaseDateTimeType time && time.hasValue()
                ? Optional.of(time.getValue().toInstant())
                : Optional.empty();
    }
}
