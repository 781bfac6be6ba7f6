package org.manypaths.refusal;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Answers with a refusal where HAPI is not yet, or not at all, at work. */
public final class OutcomeWriter {

    private OutcomeWriter() {}

    /** Always JSON: what the client would accept is not known before the request is read. */
    public static void write(HttpServletResponse response, FhirContext fhirContext, Refusal refusal)
            throws IOException {
        byte[] body = fhirContext
                .newJsonParser()
                .encodeResourceToString(Outcomes.of(refusal.issues()))
                .getBytes(StandardCharsets.UTF_8);
        response.setStatus(refusal.getStatusCode());
        response.setContentType("application/fhir+json;charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
