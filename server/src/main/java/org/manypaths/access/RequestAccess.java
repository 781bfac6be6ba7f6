package org.manypaths.access;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletSubRequestDetails;
import jakarta.servlet.ServletRequest;
import java.util.Optional;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.audit.Disclosures;
import org.manypaths.consent.Decision;
import org.manypaths.refusal.RequestCode;
import org.manypaths.security.Interaction;
import org.manypaths.security.Session;

/** Judges one request, or one entry of a Bundle that is a request of its own, before it is carried out. */
class RequestAccess {

    static final String FILTERED = RequestAccess.class.getName() + ".filtered";

    private final AccessDecider decider;
    private final RecordGuard guard;
    private final WriteGuard writes;
    private final OperationRules operations;
    private final SearchOwners owners;
    private final ScopeMatch scopes;

    RequestAccess(AccessDecider decider, RecordGuard guard, WriteGuard writes, RequestRules rules) {
        this.decider = decider;
        this.guard = guard;
        this.writes = writes;
        this.operations = rules.operations();
        this.owners = rules.owners();
        this.scopes = rules.scopes();
    }

    /** What a request is judged by beside records. */
    record RequestRules(OperationRules operations, SearchOwners owners, ScopeMatch scopes) {}

    void judge(RequestDetails request, RestOperationTypeEnum interaction, Session session) {
        Sight sight = decider.sight(servletRequest(request), session);
        if (session.isOperator()) {
            judgeOperator(request, interaction, sight);
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
                operation(request, sight);
            default ->
                throw AccessCode.INTERACTION.refusal(
                        "This interaction is not for clients.", "Ask type by type, or record by record.");
        }
    }

    private void judgeOperator(RequestDetails request, RestOperationTypeEnum interaction, Sight sight) {
        if (isOperation(interaction)) {
            operations.require(sight.session(), request);
        }
    }

    static boolean isOperation(RestOperationTypeEnum interaction) {
        return interaction.name().startsWith("EXTENDED_OPERATION");
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
            requireReadable(request, sight);
        }
    }

    /** What is beyond the criteria of the scopes, or of another person than theirs, is as absent as what is hidden. */
    private void requireReadable(RequestDetails request, Sight sight) {
        RecordGuard.Finding found = requireVisible(request, sight);
        String type = request.getResourceName();
        String id = request.getId().getIdPart();
        Optional<Resource> version = request.getRestOperationType() == RestOperationTypeEnum.VREAD
                ? guard.version(type, id, request.getId().getVersionIdPart())
                : Optional.empty();
        boolean readable = version.isPresent()
                ? isReadable(version.get(), request, sight)
                : scopes.allowsReading(sight, type, found.marks(), () -> guard.latest(type, id), request);
        if (!readable) {
            throw Absence.of(type + "/" + id);
        }
    }

    /** A version has marks of its own: what it says may be kept back where the record as it is now is not. */
    private boolean isReadable(Resource version, RequestDetails request, Sight sight) {
        Marks marks = Marks.of(version);
        return sight.decide(version.fhirType(), marks, Moments.of(version)).isPermit()
                && scopes.allowsReading(sight, version, marks, request);
    }

    private RecordGuard.Finding requireVisible(RequestDetails request, Sight sight) {
        String type = request.getResourceName();
        String id = request.getId().getIdPart();
        Optional<RecordGuard.Finding> found = guard.find(sight, type, id);
        note(request, type + "/" + id, found);
        return found.filter(finding -> finding.decision().isPermit()).orElseThrow(() -> Absence.of(type + "/" + id));
    }

    /** What is withheld goes into the trail with its reason; the caller learns neither. */
    private static void note(RequestDetails request, String record, Optional<RecordGuard.Finding> found) {
        found.filter(finding -> !finding.decision().isPermit()).ifPresent(finding -> Disclosures.of(request)
                .decided(
                        record,
                        finding.marks().person(),
                        finding.marks().stamp().map(Stamp::holder),
                        finding.decision()));
        if (found.isEmpty()) {
            Disclosures.of(request)
                    .decided(record, Optional.empty(), Optional.empty(), Decision.deny(Decision.Reason.NO_BASIS));
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

    private void operation(RequestDetails request, Sight sight) {
        OperationGrant grant = operations.require(sight.session(), request);
        if (!grant.decidesItself() && request.getId() != null && request.getId().hasIdPart()) {
            ScopeRules.require(sight.session(), request.getResourceName(), Interaction.READ);
            requireReadable(request, sight);
        }
        if ("$everything".equals(request.getOperation())) {
            request.getUserData().put(FILTERED, true);
        }
    }
}
