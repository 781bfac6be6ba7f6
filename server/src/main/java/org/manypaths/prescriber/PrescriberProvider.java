package org.manypaths.prescriber;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.manypaths.conformance.Canonical;
import org.manypaths.refusal.Blank;
import org.manypaths.security.Sessions;

/** {@code $prescriber-view}, {@code $propose-medicine} and {@code $decide-proposal}. */
public class PrescriberProvider {

    private static final String DEFINITIONS = Canonical.BASE + "/OperationDefinition/";

    private final MedicineCollector collector;
    private final ProposalDesk desk;

    PrescriberProvider(MedicineCollector collector, ProposalDesk desk) {
        this.collector = collector;
        this.desk = desk;
    }

    @Operation(
            name = "$prescriber-view",
            typeName = "Patient",
            idempotent = true,
            canonicalUrl = DEFINITIONS + "ihrp-prescriber-view")
    public Parameters view(@IdParam IdType person, RequestDetails caller) {
        return PrescriberView.write(collector.collect(person, caller));
    }

    @Operation(name = "$propose-medicine", typeName = "CarePlan", canonicalUrl = DEFINITIONS + "ihrp-propose-medicine")
    public Parameters propose(
            @IdParam IdType plan,
            @OperationParam(name = "order", max = 1) @Nullable MedicationRequest order,
            @OperationParam(name = "replaces", max = 1) @Nullable Reference replaces,
            @OperationParam(name = "words", max = 1) @Nullable StringType words,
            RequestDetails caller) {
        if (order == null) {
            throw ProposalCode.ORDER.refusal(
                    "Nothing is proposed.",
                    "Send Parameters with a MedicationRequest as the resource of 'order'.",
                    "Parameters.parameter");
        }
        return answer(desk.propose(
                plan,
                new ProposalDesk.Sent(order, Optional.ofNullable(replaces).map(Reference::getReference), text(words)),
                Sessions.of(caller).orElseThrow(),
                caller));
    }

    @Operation(name = "$decide-proposal", typeName = "Task", canonicalUrl = DEFINITIONS + "ihrp-decide-proposal")
    public Parameters decide(
            @IdParam IdType task,
            @OperationParam(name = "decision", max = 1) @Nullable CodeType decision,
            @OperationParam(name = "reason", max = 1) @Nullable StringType reason,
            RequestDetails caller) {
        String decided = decision == null ? "" : String.valueOf(decision.getValue());
        if (!decided.equals("accept") && !decided.equals("decline")) {
            throw ProposalCode.DECISION.refusal(
                    "It is not said what was decided.",
                    "Send decision with accept or decline.",
                    "Parameters.parameter");
        }
        if (decided.equals("decline") && text(reason).isEmpty()) {
            throw ProposalCode.REASON.refusal(
                    "A proposal is declined without a reason.",
                    "Send reason with words that the prescriber can go on with.",
                    "Parameters.parameter");
        }
        return answer(desk.decide(
                task,
                new ProposalDecision(decided.equals("accept"), text(reason)),
                Sessions.of(caller).orElseThrow(),
                caller));
    }

    private static Parameters answer(ProposalDesk.Filed filed) {
        Parameters answer = new Parameters();
        answer.addParameter().setName("task").setValue(new Reference(filed.task()));
        answer.addParameter().setName("order").setValue(new Reference(filed.order()));
        return answer;
    }

    private static Optional<String> text(@Nullable StringType value) {
        return Optional.ofNullable(value).map(StringType::getValue).filter(text -> !Blank.is(text));
    }
}
