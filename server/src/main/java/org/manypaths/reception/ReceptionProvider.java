package org.manypaths.reception;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.refusal.Blank;
import org.manypaths.security.Session;
import org.manypaths.security.Sessions;

/** {@code POST [base]/$receive-handoff}: a document from elsewhere, as it is or as the parameter {@code document}. */
public class ReceptionProvider {

    private static final String HOW =
            "Send the document Bundle itself, or Parameters with it as the resource of 'document'.";

    /** What the parser says of a value that is not of its type. */
    private static final Pattern VALUE = Pattern.compile(
            "\\[element=\"(?<element>[^\"]*)\"\\] Invalid attribute value \"(?<value>[^\"]*)\".*", Pattern.DOTALL);

    private final FhirContext fhirContext;
    private final ReceptionDesk desk;

    ReceptionProvider(FhirContext fhirContext, ReceptionDesk desk) {
        this.fhirContext = fhirContext;
        this.desk = desk;
    }

    @Operation(name = "$receive-handoff", manualRequest = true)
    public Parameters receive(ServletRequestDetails call) {
        Session session = Sessions.of(call).orElseThrow();
        String text = new String(call.loadRequestContents(), StandardCharsets.UTF_8);
        if (Blank.is(text)) {
            throw ReceptionCode.BODY.refusal("The body is empty.", HOW);
        }
        EncodingEnum encoding = EncodingEnum.detectEncoding(text);
        Resource body = parse(text, encoding);
        if (body instanceof Bundle document) {
            String json = encoding == EncodingEnum.JSON ? text : json(document);
            return desk.receive(Arrived.of(document, json), session);
        }
        Bundle document = parameter(body);
        return desk.receive(Arrived.of(document, json(document)), session);
    }

    private Resource parse(String text, EncodingEnum encoding) {
        IParser parser = encoding.newParser(fhirContext).setParserErrorHandler(new StrictErrorHandler());
        try {
            return (Resource) parser.parseResource(text);
        } catch (DataFormatException e) {
            String words = String.valueOf(e.getMessage()).replaceAll("HAPI-\\d{4}: ", "");
            Matcher value = VALUE.matcher(words);
            if (value.matches()) {
                throw ReceptionCode.BODY.refusal(
                        "The value of " + value.group("element") + " is '" + value.group("value")
                                + "', which is not as R4 writes it.",
                        "Mend it there; a moment is written as 2026-01-12T09:45:00-05:00.");
            }
            throw ReceptionCode.BODY.refusal("The body is not a FHIR resource: " + words + ".", "Mend it there.");
        }
    }

    private static Bundle parameter(Resource body) {
        List<Bundle> documents = body instanceof Parameters parameters
                ? parameters.getParameter().stream()
                        .filter(parameter -> "document".equals(parameter.getName()))
                        .map(parameter -> parameter.getResource())
                        .filter(Bundle.class::isInstance)
                        .map(Bundle.class::cast)
                        .toList()
                : List.of();
        if (documents.size() > 1) {
            throw ReceptionCode.BODY.refusal(
                    "The body holds " + documents.size() + " documents.", "Send one at a time.");
        }
        return documents.stream()
                .findFirst()
                .orElseThrow(() -> ReceptionCode.BODY.refusal("The body holds no document.", HOW));
    }

    private String json(Bundle document) {
        return fhirContext.newJsonParser().encodeResourceToString(document);
    }
}
