package org.manypaths.limits;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Parameters;
import org.manypaths.refusal.Issue;
import org.manypaths.refusal.Refusal;
import org.manypaths.refusal.RequestCode;

/** Makes a resource of the text of a body, or says in full why it cannot. */
class BodyReader {

    private final FhirContext fhirContext;
    private final JsonScan json;
    private final XmlScan xml;
    private final EmptyLists emptyLists;

    BodyReader(FhirContext fhirContext, JsonScan json, XmlScan xml) {
        this.fhirContext = fhirContext;
        this.json = json;
        this.xml = xml;
        emptyLists = new EmptyLists(fhirContext);
    }

    /** @throws Refusal if the text is not what it is said to be, or out of measure */
    void check(byte[] body, String contentType) {
        if (MediaTypes.isJsonPatch(contentType)) {
            json.checkPatch(body);
        } else if (MediaTypes.isJson(contentType)) {
            json.check(body);
        } else if (MediaTypes.isPatch(contentType)) {
            xml.checkPatch(body);
        } else {
            xml.check(body);
        }
    }

    /**
     * The resource in the body.
     *
     * @param type what it must be; empty where a Bundle is expected
     * @throws Refusal if it is none, of another type, or holds elements that FHIR does not know
     */
    IBaseResource parse(byte[] body, String contentType, Optional<String> type) {
        UnknownElements unknown = new UnknownElements();
        IParser parser = MediaTypes.isJson(contentType) ? fhirContext.newJsonParser() : fhirContext.newXmlParser();
        parser.setParserErrorHandler(unknown);
        IBaseResource resource;
        try {
            resource =
                    parser.parseResource(new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8));
        } catch (DataFormatException e) {
            throw notFhir(e);
        } catch (IllegalArgumentException e) {
            // HAPI looks at each entry's method before anybody is asked whether it is one.
            throw RequestCode.NOT_FHIR.refusal(
                    "The body is not a FHIR resource: a code in it has no meaning there.",
                    "In a Bundle, entry.request.method is GET, POST, PUT, PATCH, DELETE or HEAD.");
        }
        String expected = type.orElse("Bundle");
        if (!resource.fhirType().equals(expected)) {
            throw RequestCode.WRONG_TYPE.refusal(
                    "The body holds a " + resource.fhirType() + ", and this URL is for " + expected + ".",
                    "Send it to the URL of its own type.");
        }
        List<Issue> issues = new ArrayList<>();
        namesOf(unknown, body, contentType).forEach(name -> issues.add(unknown(name, body, contentType, expected)));
        unknown.unreadable().forEach(name -> issues.add(unreadable(name, body, contentType, expected)));
        if (issues.isEmpty() && resource instanceof Bundle bundle && type.isEmpty()) {
            issues.addAll(BundleRules.check(bundle));
        }
        if (!issues.isEmpty()) {
            throw new Refusal(RequestCode.UNKNOWN_ELEMENT.status(), issues);
        }
        return resource;
    }

    /** The Parameters in the body; empty if it holds anything else, which is somebody else's to say. */
    Optional<Parameters> parameters(byte[] body, String contentType) {
        String text = new String(body, StandardCharsets.UTF_8);
        if (!text.contains("Parameters")) {
            return Optional.empty();
        }
        IParser parser = MediaTypes.isJson(contentType) ? fhirContext.newJsonParser() : fhirContext.newXmlParser();
        try {
            return parser.setParserErrorHandler(new UnknownElements()).parseResource(text)
                            instanceof Parameters parameters
                    ? Optional.of(parameters)
                    : Optional.empty();
        } catch (DataFormatException e) {
            return Optional.empty();
        }
    }

    private Set<String> namesOf(UnknownElements unknown, byte[] body, String contentType) {
        Set<String> names = new LinkedHashSet<>(unknown.names());
        if (MediaTypes.isJson(contentType) && json.hasEmptyList(body)) {
            names.addAll(emptyLists.unknown(body));
        }
        return names;
    }

    private Issue unknown(String name, byte[] body, String contentType, String type) {
        List<String> paths = MediaTypes.isJson(contentType) ? json.pathsOf(body, type, name) : List.of();
        return RequestCode.UNKNOWN_ELEMENT
                .issue("FHIR R4 has no element '" + name + "' here.")
                .remedy("Check its name, or leave it out: it would not be stored.")
                .at(paths);
    }

    private Issue unreadable(String name, byte[] body, String contentType, String type) {
        List<String> paths = MediaTypes.isJson(contentType) ? json.pathsOf(body, type, name) : List.of();
        return RequestCode.NOT_FHIR
                .issue("'" + name + "' is not written in the type that FHIR R4 gives it.")
                .remedy("Numbers and truth values stand without quotes, texts with them; what repeats is an array.")
                .at(paths);
    }

    private static Refusal notFhir(DataFormatException e) {
        String words = String.valueOf(e.getMessage()).replaceAll("HAPI-\\d{4}: ", "");
        return RequestCode.NOT_FHIR.refusal("The body is not a FHIR resource: " + words + ".", "");
    }
}
