package org.manypaths.notification;

import java.time.Instant;
import java.util.Optional;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/**
 * That a record changed.
 *
 * @param person {@code Patient/id}, or the record where it names nobody: what is kept in order
 * @param focus {@code Type/id/_history/version}
 */
record Occurrence(String person, String focus, Instant at) {

    /** Empty for what nobody can subscribe to. */
    static Optional<Occurrence> of(Resource stored, Instant at) {
        String reference =
                switch (stored.fhirType()) {
                    case "Task" -> ((Task) stored).getFor().getReference();
                    case "CarePlan" -> ((CarePlan) stored).getSubject().getReference();
                    default -> "";
                };
        if (!SubscriptionRules.TYPES.contains(stored.fhirType())) {
            return Optional.empty();
        }
        String id = stored.getIdElement().toUnqualifiedVersionless().getValue();
        String person = reference == null || reference.isEmpty() ? id : reference;
        return Optional.of(
                new Occurrence(person, id + "/_history/" + stored.getIdElement().getVersionIdPart(), at));
    }
}
