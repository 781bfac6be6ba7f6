package org.manypaths.consentdesk;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import org.jspecify.annotations.Nullable;
import org.manypaths.security.Session;
import org.manypaths.security.Sessions;
import org.manypaths.validation.Upkeep;

/** Who may mend a consent that was written by mistake: the server itself, and operators. */
final class TrustedWriter {

    private TrustedWriter() {}

    static boolean is(@Nullable RequestDetails request) {
        return Upkeep.is(request)
                || !(request instanceof ServletRequestDetails)
                || Sessions.of(request).filter(Session::isOperator).isPresent();
    }
}
