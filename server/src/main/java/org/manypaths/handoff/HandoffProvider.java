package org.manypaths.handoff;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.address.PublicAddress;
import org.manypaths.conformance.Canonical;

/** {@code CarePlan/[id]/$handoff} and {@code Patient/[id]/$summary}: the document of a handoff. */
public class HandoffProvider {

    private final FhirContext fhirContext;
    private final HandoffRequestReader requests;
    private final PersonRecordReader people;
    private final HandoffSender sender;
    private final SentDocumentReader sent;
    private final PublicAddress address;

    HandoffProvider(
            FhirContext fhirContext,
            HandoffRequestReader requests,
            PersonRecordReader people,
            HandoffSender sender,
            SentDocumentReader sent,
            PublicAddress address) {
        this.fhirContext = fhirContext;
        this.requests = requests;
        this.people = people;
        this.sender = sender;
        this.sent = sent;
        this.address = address;
    }

    @Operation(name = "$handoff", typeName = "CarePlan", idempotent = true, manualRequest = true)
    public Bundle handoff(@IdParam IdType plan, ServletRequestDetails call) {
        HandoffInput input = input(call, HandoffRequestReader.HANDOFF);
        if ((input.yes("persist") || input.word("decision").isPresent())
                && call.getRequestType() != RequestTypeEnum.POST) {
            throw HandoffCode.NEEDS_POST.refusal(
                    "A GET changes nothing here, so persist and decision cannot come with it.", "Send them in a POST.");
        }
        HandoffRequest request = requests.read(input);
        return sender.send(request, people.read(plan.getIdPart(), request, call), call);
    }

    /** The standard door (IPS), for our profile alone. */
    @Operation(name = "$summary", typeName = "Patient", idempotent = true, manualRequest = true)
    public Bundle summary(@IdParam IdType person, ServletRequestDetails call) {
        HandoffInput input = input(call, HandoffRequestReader.SUMMARY);
        Optional<String> profile = input.word("profile").map(url -> url.replaceFirst("\\|.*$", ""));
        if (!profile.equals(Optional.of(CompositionWriter.PROFILE))) {
            throw HandoffCode.PROFILE.about(
                    "profile",
                    "This server makes a summary by one profile only.",
                    "Send profile=" + CompositionWriter.PROFILE + ".");
        }
        HandoffRequest request = requests.read(input);
        String plan = people.planOf(person.getIdPart(), call);
        return sender.send(request, people.read(plan, request, call), call);
    }

    /** The document that was filed with a handoff Task, for both of its sides and the person. */
    @Operation(
            name = "$handoff-document",
            typeName = "Task",
            idempotent = true,
            canonicalUrl = Canonical.BASE + "/OperationDefinition/ihrp-handoff-document")
    public Bundle document(@IdParam IdType task, ServletRequestDetails call) {
        return sent.read(task, call);
    }

    private HandoffInput input(ServletRequestDetails call, Set<String> known) {
        Map<String, String[]> asked = Optional.ofNullable(call.getParameters()).orElse(Map.of());
        if (call.getRequestType() != RequestTypeEnum.POST) {
            return HandoffInput.ofAddress(asked, known, address.fhirBase());
        }
        return HandoffInput.ofBody(body(call), known, address.fhirBase());
    }

    private Parameters body(ServletRequestDetails call) {
        String text = new String(call.loadRequestContents(), StandardCharsets.UTF_8);
        Resource body;
        try {
            body = (Resource)
                    EncodingEnum.detectEncoding(text).newParser(fhirContext).parseResource(text);
        } catch (DataFormatException e) {
            body = new Bundle();
        }
        if (body instanceof Parameters parameters) {
            return parameters;
        }
        throw HandoffCode.PARAMETER.refusal(
                "The body of this operation is no Parameters resource.", "Send Parameters, or a GET with an address.");
    }
}
