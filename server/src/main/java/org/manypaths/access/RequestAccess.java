package org.manypaths.access;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletSubRequestDetails;
import jakarta.servlet.ServletRequest;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.manypaths.audit.Disclosures;
import org.manypaths.refusal.Refusal;
import org.manypaths.refusal.RequestCode;
import org.manypaths.security.Interaction;
import org.manypaths.security.Session;

/** Judges one request, or one entry of a Bundle that is a request of its own, before it is carried out. */
class RequestAccess {

    static final String FILTERED = RequestAccess.class.getName() + ".filtered";

    /** In the request of an operation that refuses a token which does not read all that it draws on. */
    static final String WHOLE = RequestAccess.class.getName() + ".whole";

    private final AccessDecider decider;
    private final WriteGuard writes;
    private final SearchOwners owners;
    private final ReadAccess reads;
    private final OperationAccess operations;
    private final OperatorAccess operators;

    RequestAccess(
            AccessDecider decider, WriteGuard writes, ReadAccess reads, OperationRules rules, SearchOwners owners) {
        this.decider = decider;
        this.writes = writes;
        this.reads = reads;
        this.owners = owners;
        operations = new OperationAccess(rules, reads, writes);
        operators = new OperatorAccess(operations, reads);
    }

    /** The entries of a Bundle of an operator; those of others are judged with their ownership. */
    void judgeOperator(Bundle bundle, Sight sight, RequestDetails request) {
        try {
            operators.judge(bundle, sight);
        } catch (Refusal refusal) {
            throw refusal.rememberedBy(request);
        }
    }

    void judge(RequestDetails request, RestOperationTypeEnum interaction, Session session) {
        Sight sight = decider.sight(servletRequest(request), session);
        if (session.isOperator()) {
            operators.judge(request, interaction, sight);
            return;
        }
        requirePurpose(request, sight);
        switch (interaction) {
            case READ, VREAD, HISTORY_INSTANCE -> read(request, sight);
            case SEARCH_TYPE -> requireNarrowed(request, sight);
            case CREATE -> create(request, sight);
            case UPDATE, PATCH -> change(request, sight, Interaction.UPDATE);
            case DELETE -> change(request, sight, Interaction.DELETE);
            case GET_PAGE -> owners.require(session, request);
            case TRANSACTION -> {
                // Its entries are judged one by one.
            }
            case EXTENDED_OPERATION_SERVER, EXTENDED_OPERATION_TYPE, EXTENDED_OPERATION_INSTANCE, VALIDATE ->
                operations.judge(request, sight);
            default ->
                throw AccessCode.INTERACTION.refusal(
                        "This interaction is not for clients.", "Ask type by type, or record by record.");
        }
    }

    static ServletRequest servletRequest(RequestDetails request) {
        return ((ServletRequestDetails) request).getServletRequest();
    }

    private static void requirePurpose(RequestDetails request, Sight sight) {
        Disclosures notes = Disclosures.of(request);
        sight.purpose().ifPresent(notes::purpose);
        if (sight.purpose().isEmpty()) {
            throw AccessCode.PURPOSE.refusal(
                    "Your registration does not let you ask for this purpose.",
                    "Send in " + PurposeRules.HEADER + " a purpose that you are registered for, or leave it out.");
        }
    }

    private void read(RequestDetails request, Sight sight) {
        String type = request.getResourceName();
        ScopeRules.require(sight.session(), type, Interaction.READ);
        if (!AccessTypes.GUARDED_ELSEWHERE.contains(type)) {
            reads.require(request, sight);
        }
    }

    /** A search that nobody narrowed is never carried out. */
    private static void requireNarrowed(RequestDetails request, Sight sight) {
        String type = request.getResourceName();
        ScopeRules.require(sight.session(), type, Interaction.SEARCH);
        if (!SearchAccess.isNarrowed(request)) {
            if (request instanceof ServletSubRequestDetails) {
                throw RequestCode.INVALID_PARAMETER
                        .refusal(
                                "An entry of the Bundle searches for " + type + " in a form that is not offered.",
                                "Give request.url as Type?criteria, as in " + type + "?_id=x.")
                        .rememberedBy(request);
            }
            throw new IllegalStateException("A search for " + type + " was not narrowed");
        }
    }

    private void create(RequestDetails request, Sight sight) {
        WriteRules.require(sight, request.getResourceName(), Interaction.CREATE);
        narrowCondition(request, sight, RestOperationTypeEnum.CREATE, Interaction.CREATE);
    }

    private void change(RequestDetails request, Sight sight, Interaction interaction) {
        String type = request.getResourceName();
        WriteRules.require(sight, type, interaction);
        if (request.getId() == null || !request.getId().hasIdPart()) {
            narrowCondition(request, sight, request.getRestOperationType(), interaction);
        } else {
            writes.requireOwn(
                    sight,
                    interaction,
                    new IdType(type, request.getId().getIdPart()),
                    Optional.ofNullable(request.getResource()));
        }
    }

    /** A condition is about the caller's own records: that somebody else has such a one is nobody's business. */
    private static void narrowCondition(
            RequestDetails request, Sight sight, RestOperationTypeEnum kind, Interaction interaction) {
        Optional.ofNullable(request.getConditionalUrl(kind))
                .map(url -> ConditionRules.narrowed(url, request.getResourceName(), sight, interaction))
                .ifPresent(request::setFixedConditionalUrl);
    }
}
