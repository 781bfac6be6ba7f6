package org.manypaths.consentdesk;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.manypaths.access.Explainer;
import org.manypaths.access.TokenScopes;
import org.manypaths.conformance.Canonical;
import org.manypaths.consent.Purpose;
import org.manypaths.consent.Purposes;
import org.manypaths.refusal.Refusal;
import org.manypaths.security.Clients;
import org.manypaths.security.Interaction;
import org.manypaths.security.Registration;
import org.manypaths.security.Session;
import org.manypaths.security.Sessions;

/** {@code Patient/$consent-decision} for partners, and {@code $why} for operators. */
public class DecisionProvider {

    private static final String DEFINITIONS = Canonical.BASE + "/OperationDefinition/";

    private final Foresight foresight;
    private final Explainer explainer;
    private final Clients clients;

    DecisionProvider(Foresight foresight, Explainer explainer, Clients clients) {
        this.foresight = foresight;
        this.explainer = explainer;
        this.clients = clients;
    }

    @Operation(
            name = "$consent-decision",
            typeName = "Patient",
            idempotent = true,
            canonicalUrl = DEFINITIONS + "ihrp-consent-decision")
    public Parameters decide(
            @OperationParam(name = "patient", max = 1) @Nullable Identifier patient,
            @OperationParam(name = "actor", max = 1) @Nullable Reference actor,
            @OperationParam(name = "purpose", max = 1) @Nullable CodeType purpose,
            @OperationParam(name = "label", max = OperationParam.MAX_UNLIMITED) @Nullable List<Coding> labels,
            RequestDetails caller) {
        TokenScopes.require(Sessions.of(caller).orElseThrow(), "Patient", Interaction.READ);
        if (patient == null || !patient.hasSystem() || !patient.hasValue()) {
            throw missing("patient", "an identifier with a system and a value");
        }
        if (actor == null || !actor.hasReference()) {
            throw missing("actor", "the organization that asks, as Organization/[id]");
        }
        return foresight.tell(
                patient,
                actor,
                purpose(purpose),
                labels == null ? List.of() : labels,
                Sessions.of(caller).orElseThrow());
    }

    @Operation(name = "$why", idempotent = true, canonicalUrl = DEFINITIONS + "ihrp-why")
    public Parameters why(
            @OperationParam(name = "record", max = 1) @Nullable StringType named,
            @OperationParam(name = "system", max = 1) @Nullable StringType client,
            @OperationParam(name = "purpose", max = 1) @Nullable CodeType purpose) {
        IdType id = new IdType(named == null ? "" : named.getValue());
        if (!id.hasResourceType() || !id.hasIdPart()) {
            throw missing("record", "a record as [type]/[id]");
        }
        if (client == null || !client.hasValue()) {
            throw missing("system", "the id of a registered system");
        }
        Session session = clients.find(client.getValue())
                .map(Registration::byItself)
                .orElseThrow(() -> DeskCode.UNKNOWN_SYSTEM.refusal(
                        "No system is registered under " + client.getValue() + ".",
                        "The command client list shows those that are."));
        Optional<Purpose> asked = purpose == null ? Explainer.usualPurpose(session) : Optional.of(purpose(purpose));
        return Why.write(explainer.explain(session, asked, id.getResourceType(), id.getIdPart()));
    }

    private static Purpose purpose(@Nullable CodeType code) {
        if (code == null || !code.hasValue()) {
            throw missing("purpose", "a code such as TREAT");
        }
        return Purposes.of(code.getValue())
                .orElseThrow(() -> DeskCode.PARAMETER.refusal(Codes.PURPOSE.unknown("purpose", code.getValue())));
    }

    private static Refusal missing(String parameter, String what) {
        return DeskCode.PARAMETER.refusal(DeskCode.PARAMETER.about(
                parameter,
                "The parameter " + parameter + " is missing or is not what it has to be.",
                "Send " + what + "."));
    }
}
