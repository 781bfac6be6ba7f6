package org.manypaths.notification;

import ca.uhn.fhir.context.FhirContext;
import java.util.Date;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/**
 * The body of a notification: a history Bundle that names what changed and holds nothing of it, in the shape that the
 * Subscriptions R5 Backport gives to R4 for the content {@code id-only}.
 */
class Notice {

    private final FhirContext fhirContext;
    private final Supplier<String> base;

    Notice(FhirContext fhirContext, Supplier<String> base) {
        this.fhirContext = fhirContext;
        this.base = base;
    }

    String of(Letter letter) {
        String address = base.get();
        String subscription = address + "/Subscription/" + letter.subscriber();
        String focus = address + "/" + letter.focus().replaceFirst("/_history/.*", "");
        Bundle bundle = new Bundle().setType(BundleType.HISTORY).setTimestamp(Date.from(letter.occurred()));
        bundle.addEntry()
                .setFullUrl("urn:uuid:" + letter.eventId())
                .setResource(status(letter, subscription, address))
                .setRequest(new Bundle.BundleEntryRequestComponent()
                        .setMethod(HTTPVerb.GET)
                        .setUrl(subscription + "/$status"))
                .setResponse(new Bundle.BundleEntryResponseComponent().setStatus("200"));
        bundle.addEntry()
                .setFullUrl(focus)
                .setRequest(new Bundle.BundleEntryRequestComponent()
                        .setMethod(HTTPVerb.GET)
                        .setUrl(focus))
                .setResponse(new Bundle.BundleEntryResponseComponent().setStatus("200"));
        return fhirContext.newJsonParser().setStripVersionsFromReferences(false).encodeResourceToString(bundle);
    }

    private static Parameters status(Letter letter, String subscription, String address) {
        Parameters status = new Parameters();
        status.addParameter("subscription", new Reference(subscription));
        status.addParameter("status", new CodeType("active"));
        status.addParameter("type", new CodeType("event-notification"));
        ParametersParameterComponent event = status.addParameter().setName("notification-event");
        event.addPart().setName("event-number").setValue(new StringType(String.valueOf(letter.number())));
        event.addPart().setName("timestamp").setValue(new InstantType(Date.from(letter.occurred())));
        event.addPart().setName("focus").setValue(new Reference(address + "/" + letter.focus()));
        return status;
    }
}
