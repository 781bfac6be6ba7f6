package org.manypaths.limits;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.ServletRequest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Criteria that the server itself added to a search. The limits are about what clients ask, not about these. */
public final class OwnCriteria {

    private static final String ATTRIBUTE = OwnCriteria.class.getName();

    private OwnCriteria() {}

    /** Exempts the value of a parameter from the limits for the rest of the request. */
    public static void add(ServletRequest request, String value) {
        values(request).add(value);
    }

    static boolean contains(RequestDetails request, String value) {
        return request instanceof ServletRequestDetails servlet
                && servlet.getServletRequest() != null
                && values(servlet.getServletRequest()).contains(value);
    }

    @SuppressWarnings("unchecked")
    private static Set<String> values(ServletRequest request) {
        Object known = request.getAttribute(ATTRIBUTE);
        if (known != null) {
            return (Set<String>) known;
        }
        Set<String> fresh = ConcurrentHashMap.newKeySet();
        request.setAttribute(ATTRIBUTE, fresh);
        return fresh;
    }
}
