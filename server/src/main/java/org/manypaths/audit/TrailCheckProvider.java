package org.manypaths.audit;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.StringType;
import org.manypaths.audit.ChainCheck.Finding;
import org.manypaths.refusal.RequestCode;
import org.manypaths.security.Session;
import org.manypaths.security.Sessions;

/** Lets an operator see whether the trail is as it was written; to everybody else there is no such operation. */
class TrailCheckProvider {

    private final ChainCheck check;

    TrailCheckProvider(ChainCheck check) {
        this.check = check;
    }

    @Operation(
            name = "$verify-trail",
            type = AuditEvent.class,
            idempotent = true,
            canonicalUrl = "https://w3id.org/manypaths/fhir/OperationDefinition/ihrp-verify-trail")
    public Parameters verify(RequestDetails request) {
        if (Sessions.of(request).filter(Session::isOperator).isEmpty()) {
            throw RequestCode.UNKNOWN_OPERATION.refusal(
                    "This server does not offer $verify-trail.",
                    "The CapabilityStatement under /metadata lists the operations.");
        }
        List<Finding> findings = check.all();
        Parameters answer = new Parameters();
        answer.addParameter(
                "intact", findings.stream().allMatch(finding -> finding.fault().isEmpty()));
        findings.forEach(finding -> add(finding, answer.addParameter().setName("chain")));
        return answer;
    }

    private static void add(Finding finding, ParametersParameterComponent chain) {
        chain.addPart().setName("node").setValue(new StringType(finding.node()));
        chain.addPart()
                .setName("intact")
                .setValue(new BooleanType(finding.fault().isEmpty()));
        chain.addPart().setName("entries").setValue(new IntegerType((int) finding.entries()));
        chain.addPart().setName("hash").setValue(new StringType(finding.hash()));
        finding.fault().ifPresent(fault -> {
            chain.addPart()
                    .setName("first-bad")
                    .setValue(new StringType("AuditEvent/" + finding.node() + "." + fault.number()));
            chain.addPart().setName("what").setValue(new StringType(fault.what()));
        });
    }
}
