package org.manypaths.operations;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** An OperationOutcome for the places where FHIR is not at work: before the servlet, and when it is beyond help. */
final class OutcomeBody {

    private static final String MEDIA_TYPE = "application/fhir+json;charset=UTF-8";

    private OutcomeBody() {}

    /**
     * Answers with the status and one issue.
     *
     * @param code of the FHIR value set {@code issue-type}
     * @param sentence plain words of ours; it is not escaped and must hold nothing that came with the request
     */
    static void write(HttpServletResponse response, int status, String code, String sentence) throws IOException {
        byte[] body = """
                {"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"%s","diagnostics":"%s"}]}""".formatted(code, sentence).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
