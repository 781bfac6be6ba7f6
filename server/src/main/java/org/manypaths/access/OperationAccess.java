package org.manypaths.access;

import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletSubRequestDetails;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.hl7.fhir.r4.model.IdType;
import org.manypaths.security.Interaction;
import org.manypaths.security.Session;

/**
 * Judges an operation before it runs: by the role of its caller, by the scopes for each type that it draws on or writes,
 * and by the record that it is called on.
 */
class OperationAccess {

    private final OperationRules rules;
    private final ReadAccess reads;
    private final WriteGuard writes;

    OperationAccess(OperationRules rules, ReadAccess reads, WriteGuard writes) {
        this.rules = rules;
        this.reads = reads;
        this.writes = writes;
    }

    void judge(RequestDetails request, Sight sight) {
        Session session = sight.session();
        OperationGrant grant = rules.require(session, request);
        String type = String.valueOf(request.getResourceName());
        grant.needs().forEach(need -> ScopeRules.require(session, need.typeOn(type), need.interaction()));
        if (grant.drawsOnAll()) {
            requireFreeOperator(session);
            request.getUserData().put(RequestAccess.WHOLE, true);
        }
        if (isOnRecord(request)) {
            judgeOnRecord(grant, request, sight);
        } else {
            grant.needs().stream()
                    .filter(need -> need.whole() || need.interaction() == Interaction.READ)
                    .forEach(need ->
                            ScopeReach.requireWhole(session, need.typeOn(type), need.interaction(), Optional.empty()));
        }
        if (OperationRules.EVERYTHING.equals(request.getOperation())) {
            requireFreeOperator(session);
            request.getUserData().put(RequestAccess.FILTERED, true);
        }
    }

    private void judgeOnRecord(OperationGrant grant, RequestDetails request, Sight sight) {
        if (grant.name().equals(OperationRules.VALIDATE)) {
            requireWritable(request, sight, meansDelete(request) ? Interaction.DELETE : Interaction.UPDATE);
            return;
        }
        String type = request.getResourceName();
        Marks marks = marks(grant, request, sight);
        Optional<String> person =
                type.equals("Patient") ? Optional.of(request.getId().getIdPart()) : marks.person();
        grant.needs().stream().filter(OperationGrant.Need::whole).forEach(need -> {
            if (need.interaction() == Interaction.UPDATE && need.typeOn(type).equals(type)) {
                writes.requireReached(sight, need.interaction(), id(request), marks);
            } else {
                ScopeReach.requireWhole(sight.session(), need.typeOn(type), need.interaction(), person);
            }
        });
    }

    private Marks marks(OperationGrant grant, RequestDetails request, Sight sight) {
        String type = request.getResourceName();
        if (grant.decidesItself()) {
            return grant.needs(Interaction.READ, type) ? reads.requireReached(request, sight) : Marks.NONE;
        }
        ScopeRules.require(sight.session(), type, Interaction.READ);
        // Of what is not there an operator learns from the storage, as ever.
        return ScopeReach.isFreeOperator(sight.session()) ? Marks.NONE : reads.require(request, sight);
    }

    /** To be told whether a record could be changed or deleted is for those who could, as it would be to try. */
    private void requireWritable(RequestDetails request, Sight sight, Interaction interaction) {
        WriteRules.require(sight, request.getResourceName(), interaction);
        if (!sight.isUnlimited()) {
            writes.requireOwn(sight, interaction, id(request), Optional.empty());
        } else if (!ScopeReach.isWhole(sight.session(), request.getResourceName(), interaction, Optional.empty())) {
            writes.requireReached(sight, interaction, id(request), reads.requireReached(request, sight));
        }
    }

    /** The mode stands in the address or in the body; a body that only may say so counts as if it did. */
    private static boolean meansDelete(RequestDetails request) {
        String[] modes = request.getParameters().getOrDefault("mode", new String[0]);
        if (Arrays.asList(modes).contains("delete") || request.getRequestType() == RequestTypeEnum.GET) {
            return Arrays.asList(modes).contains("delete");
        }
        if (request instanceof ServletSubRequestDetails) {
            return true;
        }
        byte[] body = request.loadRequestContents();
        String text = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        // What is written with escapes may mean it too.
        return text.contains("delete") || text.contains("\\u") || text.contains("&#");
    }

    private static void requireFreeOperator(Session session) {
        if (session.isOperator() && !ScopeReach.isFree(session)) {
            throw AccessCode.SCOPE.refusal(
                    "The operation draws on every type, and the token does not read every type.",
                    "Ask for a token with system/*.rs, or ask type by type.");
        }
    }

    private static boolean isOnRecord(RequestDetails request) {
        return request.getId() != null && request.getId().hasIdPart();
    }

    private static IdType id(RequestDetails request) {
        return new IdType(request.getResourceName(), request.getId().getIdPart());
    }
}
