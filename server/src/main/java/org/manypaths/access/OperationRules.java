package org.manypaths.access;

import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.manypaths.refusal.RequestCode;
import org.manypaths.security.Role;
import org.manypaths.security.Session;

/** Which operations there are for whom. */
class OperationRules {

    private static final Set<Role> EVERYBODY = EnumSet.allOf(Role.class);
    private static final Set<String> OF_TERMINOLOGY =
            Set.of("$expand", "$validate-code", "$lookup", "$translate", "$subsumes");

    static final String EVERYTHING = "$everything";
    static final String VALIDATE = "$validate";

    private final Map<String, OperationGrant> grants = new HashMap<>();

    OperationRules(Collection<OperationGrant> declared) {
        OF_TERMINOLOGY.forEach(name -> grants.put(name, new OperationGrant(name, EVERYBODY, true)));
        grants.put(VALIDATE, new OperationGrant(VALIDATE, EVERYBODY, false));
        grants.put(EVERYTHING, new OperationGrant(EVERYTHING, EVERYBODY, false));
        // Package audit serves these, and knows nothing of access.
        add(new OperationGrant("$accounting-of-disclosures", EVERYBODY, true)
                .reading("Patient")
                .readingAll("AuditEvent"));
        add(new OperationGrant("$verify-trail", Set.of(Role.OPERATOR), true).readingAll("AuditEvent"));
        declared.forEach(this::add);
    }

    private void add(OperationGrant grant) {
        grants.put(grant.name(), grant);
    }

    /** The grant by which the caller may; refused as unknown where there is none. */
    OperationGrant require(Session session, RequestDetails request) {
        String name = name(request);
        return Optional.ofNullable(grants.get(name))
                .filter(grant -> session.isOperator() || grant.roles().contains(session.role()))
                .filter(grant -> session.isOperator() || isOffered(name, request))
                .orElseThrow(() -> RequestCode.UNKNOWN_OPERATION.refusal(
                        "This server does not offer " + name + ".",
                        "The CapabilityStatement under /metadata lists the operations."));
    }

    private static String name(RequestDetails request) {
        return request.getRestOperationType() == RestOperationTypeEnum.VALIDATE
                ? VALIDATE
                : String.valueOf(request.getOperation());
    }

    /** Everything of everybody is for operators. */
    private static boolean isOffered(String name, RequestDetails request) {
        return !name.equals(EVERYTHING) || (request.getId() != null && "Patient".equals(request.getResourceName()));
    }
}
