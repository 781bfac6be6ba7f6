package org.manypaths.access;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletSubRequestDetails;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.manypaths.limits.OwnCriteria;
import org.manypaths.refusal.Refusal;
import org.manypaths.security.Interaction;
import org.manypaths.security.Session;

/**
 * Judges what operators ask. Whose records they see is not asked; what their token was approved for binds them like
 * everybody.
 */
class OperatorAccess {

    private final OperationAccess operations;
    private final ReadAccess reads;

    OperatorAccess(OperationAccess operations, ReadAccess reads) {
        this.operations = operations;
        this.reads = reads;
    }

    void judge(RequestDetails request, RestOperationTypeEnum interaction, Sight sight) {
        Session session = sight.session();
        String type = request.getResourceName();
        switch (interaction) {
            case READ, VREAD, HISTORY_INSTANCE -> read(request, sight);
            case SEARCH_TYPE -> {
                ScopeRules.require(session, type, Interaction.SEARCH);
                if (request instanceof ServletSubRequestDetails) {
                    requireFree(session).ifPresent(refusal -> {
                        throw refusal.rememberedBy(request);
                    });
                }
            }
            case CREATE -> write(request, sight, Interaction.CREATE);
            case UPDATE, PATCH -> write(request, sight, Interaction.UPDATE);
            case DELETE -> write(request, sight, Interaction.DELETE);
            case GET_PAGE, TRANSACTION -> {
                // Of a page each record is asked for, and of a transaction each entry.
            }
            case EXTENDED_OPERATION_SERVER, EXTENDED_OPERATION_TYPE, EXTENDED_OPERATION_INSTANCE, VALIDATE ->
                operations.judge(request, sight);
            default ->
                requireFree(session).ifPresent(refusal -> {
                    throw refusal;
                });
        }
    }

    private void read(RequestDetails request, Sight sight) {
        String type = request.getResourceName();
        ScopeRules.require(sight.session(), type, Interaction.READ);
        if (!ScopeReach.isWhole(sight.session(), type, Interaction.READ, Optional.empty())
                && !AccessTypes.GUARDED_ELSEWHERE.contains(type)) {
            reads.require(request, sight);
        }
    }

    /** Whether what is stored is within the scopes is asked when it is stored. */
    private static void write(RequestDetails request, Sight sight, Interaction interaction) {
        String type = request.getResourceName();
        WriteRules.require(sight, type, interaction);
        if (request.getConditionalUrl(request.getRestOperationType()) != null) {
            requireNoCondition(sight.session(), type, interaction);
        }
    }

    /** The entries of a transaction that write; what it reads comes as requests of their own. */
    void judge(Bundle bundle, Sight sight) {
        bundle.getEntry().stream()
                .filter(entry -> entry.getRequest().hasMethod())
                .forEach(entry -> judge(entry, sight));
    }

    private static void judge(BundleEntryComponent entry, Sight sight) {
        HTTPVerb verb = entry.getRequest().getMethod();
        String url = String.valueOf(entry.getRequest().getUrl()).replaceFirst("^/", "");
        String type = url.replaceAll("[/?].*", "");
        if (verb == HTTPVerb.GET || verb == HTTPVerb.HEAD) {
            if (url.matches("[A-Za-z]+(\\?.*)?")) {
                ScopeRules.require(sight.session(), type, Interaction.SEARCH);
                requireFree(sight.session()).ifPresent(refusal -> {
                    throw refusal;
                });
            }
            return;
        }
        Interaction interaction = interaction(verb);
        WriteRules.require(sight, type, interaction);
        // By what is stored, too: an address that reads like another type opens nothing.
        if (entry.getResource() != null && (verb == HTTPVerb.POST || verb == HTTPVerb.PUT)) {
            WriteRules.require(sight, entry.getResource().fhirType(), interaction);
        }
        if (url.contains("?") || entry.getRequest().hasIfNoneExist()) {
            requireNoCondition(sight.session(), type, interaction);
        }
    }

    private static Interaction interaction(HTTPVerb verb) {
        return switch (verb) {
            case POST -> Interaction.CREATE;
            case DELETE -> Interaction.DELETE;
            default -> Interaction.UPDATE;
        };
    }

    /** A condition of an operator looks at everybody's records: it would tell of those that the token does not reach. */
    private static void requireNoCondition(Session session, String type, Interaction interaction) {
        if (!ScopeReach.isWhole(session, type, interaction, Optional.empty())) {
            throw AccessCode.SCOPE.refusal(
                    "The token reaches some " + type + " alone, and a condition would look at all.",
                    "Name the record by its id, or ask for a token with a scope for " + type + " without criteria.");
        }
    }

    private static Optional<Refusal> requireFree(Session session) {
        return ScopeReach.isFree(session)
                ? Optional.empty()
                : Optional.of(AccessCode.SCOPE.refusal(
                        "The token does not read every type; with it records are read one by one and searched for type by"
                                + " type, not in a Bundle.",
                        "Send the search by itself, or ask for a token with system/*.rs."));
    }

    /** Keeps a search of an operator whose token is for one person to what is about that person. */
    static void keepToPerson(RequestDetails request, Session session) {
        String type = request.getResourceName();
        if (AccessTypes.DEFINITIONS.contains(type)
                || AccessTypes.GUARDED_ELSEWHERE.contains(type)
                || request.getParameters().containsKey(SearchAccess.NAMED)) {
            return;
        }
        Narrowing.onePerson(session, type).ifPresent(person -> {
            String mark = "Patient/" + person + "|," + Marks.OPEN + "|" + Marks.DIRECTORY;
            Map<String, String[]> kept = new LinkedHashMap<>(request.getParameters());
            kept.put(Marks.PARAMETER, new String[] {mark});
            request.setParameters(kept);
            OwnCriteria.add(RequestAccess.servletRequest(request), mark);
        });
    }
}
