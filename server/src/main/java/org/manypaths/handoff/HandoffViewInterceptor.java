package org.manypaths.handoff;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.manypaths.handoff.page.DocumentFormat;
import org.manypaths.handoff.page.DocumentPage;
import org.manypaths.handoff.page.DocumentPdf;

/** Gives a document to whoever wants to read it as a page or as a PDF, after everything else has let it pass. */
@Interceptor
class HandoffViewInterceptor {

    /** The page brings one stylesheet and nothing else. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Set<String> OPERATIONS = Set.of("$handoff", "$summary", "$handoff-document");

    /** From {@code /fhir/[type]/[id]/$handoff}. */
    private static final String STYLESHEET = "../../../assets/handoff.css?v=2";

    /**
     * Whoever answers here leaves out those after it: not even the trail may be among them. Far below the highest
     * number, for HAPI subtracts orders and must not overflow.
     */
    private static final int AFTER_THE_TRAIL = 2_500_001;

    private final DocumentPage page = new DocumentPage();
    private final DocumentPdf pdf = new DocumentPdf(page);

    /** False: the answer has been written. */
    @Hook(value = Pointcut.SERVER_OUTGOING_RESPONSE, order = AFTER_THE_TRAIL)
    boolean show(RequestDetails request, ResponseDetails response, HttpServletResponse out) throws IOException {
        if (!OPERATIONS.contains(String.valueOf(request.getOperation()))
                || !(response.getResponseResource() instanceof Bundle document)
                || document.getType() != BundleType.DOCUMENT) {
            return true;
        }
        switch (wanted(request)) {
            case HTML -> {
                out.setHeader("Content-Security-Policy", CONTENT_POLICY);
                write(
                        out,
                        "text/html;charset=UTF-8",
                        page.forBrowser(document, STYLESHEET).getBytes(StandardCharsets.UTF_8));
            }
            case PDF -> {
                out.setHeader("Content-Disposition", "inline; filename=\"handoff.pdf\"");
                write(out, "application/pdf", pdf.print(document));
            }
            case FHIR -> {
                return true;
            }
        }
        return false;
    }

    private static DocumentFormat wanted(RequestDetails request) {
        Map<String, String[]> parameters =
                Optional.ofNullable(request.getParameters()).orElse(Map.of());
        Optional<String> format = Optional.ofNullable(parameters.get("_format"))
                .filter(values -> values.length > 0)
                .map(values -> values[0]);
        return DocumentFormat.of(format, Optional.ofNullable(request.getHeader("Accept")));
    }

    private static void write(HttpServletResponse out, String type, byte[] body) throws IOException {
        out.setStatus(HttpServletResponse.SC_OK);
        out.setContentType(type);
        out.setContentLength(body.length);
        out.getOutputStream().write(body);
    }
}
