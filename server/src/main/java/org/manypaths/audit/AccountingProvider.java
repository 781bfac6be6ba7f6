package org.manypaths.audit;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.manypaths.refusal.Refusal;
import org.manypaths.refusal.RequestCode;
import org.manypaths.security.Session;
import org.manypaths.security.Sessions;

/**
 * Tells a person, the operator or the programme that holds the record who was given what of it; as FHIR, or as a page
 * for one who asks with a browser.
 */
class AccountingProvider {

    private final Accounting accounting;
    private final Names names;
    private final Trail trail;
    private final FhirContext fhirContext;
    private final AccountingPage page = new AccountingPage();

    AccountingProvider(Accounting accounting, Names names, Trail trail, FhirContext fhirContext) {
        this.accounting = accounting;
        this.names = names;
        this.trail = trail;
        this.fhirContext = fhirContext;
    }

    @Operation(
            name = "$accounting-of-disclosures",
            typeName = "Patient",
            idempotent = true,
            manualResponse = true,
            canonicalUrl = "https://w3id.org/manypaths/fhir/OperationDefinition/ihrp-accounting-of-disclosures")
    public void account(
            @IdParam IdType person,
            @OperationParam(name = "start") @Nullable DateTimeType start,
            @OperationParam(name = "recipient") @Nullable StringType recipient,
            RequestDetails request,
            HttpServletRequest servletRequest,
            HttpServletResponse response)
            throws IOException {
        Viewer viewer = viewer(person, request);
        AccountingRequest asked = AccountingRequest.of(
                person.getIdPart(),
                start,
                recipient == null ? null : recipient.getValue(),
                accounting.earliest(),
                accounting.now());
        List<Disclosure> disclosures = accounting.of(asked.person(), viewer, asked.from(), asked.recipient());
        record(asked, servletRequest);
        write(asked, disclosures, request, response);
    }

    private Viewer viewer(IdType person, RequestDetails request) {
        Session session = Sessions.of(request)
                .orElseThrow(() -> RequestCode.UNAUTHORIZED.refusal(
                        "An accounting is given to those whom the server knows.", "Send an access token."));
        Viewer viewer = Viewer.of(session);
        boolean themselves = viewer.person().filter(person.getIdPart()::equals).isPresent();
        boolean another = viewer.person().isPresent() && !themselves;
        if (another || (!themselves && !accounting.knows(person.getIdPart(), viewer))) {
            throw notHere(person);
        }
        return viewer;
    }

    private static Refusal notHere(IdType person) {
        // As of every record that is not here.
        return new Refusal(
                RequestCode.NOT_FOUND.status(),
                RequestCode.NOT_FOUND
                        .issue("Patient/" + person.getIdPart() + " is not here.")
                        .messageId("HAPI-2001"));
    }

    private void record(AccountingRequest asked, HttpServletRequest request) {
        Entry plain = Facts.of(request).entry(Kind.OPERATION, Outcome.SUCCESS, Optional.empty());
        trail.append(plain.about(asked.person()));
        Disclosures.of(request).recorded();
    }

    private void write(
            AccountingRequest asked, List<Disclosure> disclosures, RequestDetails request, HttpServletResponse response)
            throws IOException {
        String accept = Optional.ofNullable(request.getHeader("Accept")).orElse("");
        if (accept.contains("text/html")) {
            response.setHeader("Content-Security-Policy", AccountingPage.CONTENT_POLICY);
            write(response, "text/html", page.html(asked, disclosures, names, accounting.now()));
            return;
        }
        boolean xml = accept.contains("xml") || "xml".equals(format(request));
        IParser parser = xml ? fhirContext.newXmlParser() : fhirContext.newJsonParser();
        String body =
                parser.encodeResourceToString(AccountingParameters.of(asked, disclosures, names::organizationName));
        write(response, xml ? "application/fhir+xml" : "application/fhir+json", body);
    }

    private static @Nullable String format(RequestDetails request) {
        String[] formats = request.getParameters().get("_format");
        return formats == null || formats.length == 0 ? null : formats[0];
    }

    private static void write(HttpServletResponse response, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        response.setContentType(type + ";charset=UTF-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
