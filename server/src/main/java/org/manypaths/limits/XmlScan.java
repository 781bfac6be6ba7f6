package org.manypaths.limits;

import java.io.ByteArrayInputStream;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.manypaths.refusal.Refusal;
import org.manypaths.refusal.RequestCode;

/**
 * Reads XML once from end to end before it becomes objects. Thread-safe.
 *
 * <p>A document type is refused unread: entities are how XML reads files, calls home and eats memory.
 */
class XmlScan {

    private final LimitSettings limits;
    private final XMLInputFactory xml;

    XmlScan(LimitSettings limits) {
        this.limits = limits;
        xml = XMLInputFactory.newInstance();
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        xml.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        xml.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("No entity is resolved");
        });
    }

    /** @throws Refusal with what is wrong with the text, and where */
    void check(byte[] body) {
        check(body, new XmlForm()::check);
    }

    /** The same for XML that is no resource. */
    void checkPatch(byte[] body) {
        check(body, reader -> {});
    }

    private void check(byte[] body, Consumer<XMLStreamReader> form) {
        try {
            XMLStreamReader reader = xml.createXMLStreamReader(new ByteArrayInputStream(body));
            requireUtf8(reader);
            Measure measure = new Measure();
            while (reader.hasNext()) {
                inspect(reader, reader.next(), measure);
                form.accept(reader);
            }
            reader.close();
            if (measure.entries > limits.entries()) {
                throw RequestCode.TOO_MANY_ENTRIES.refusal(
                        "The Bundle has " + measure.entries + " entries; " + limits.entries() + " are the most.",
                        "Send it in parts.");
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
            throw RequestCode.NOT_XML.refusal("Line " + line + ": the body is not well-formed XML.", "Check it there.");
        }
    }

    /** FHIR is UTF-8, and is read as that: what says that it is something else would be stored as rubbish. */
    private static void requireUtf8(XMLStreamReader reader) {
        String declared = reader.getCharacterEncodingScheme();
        if ((declared != null && !"UTF-8".equalsIgnoreCase(declared)) || "1.1".equals(reader.getVersion())) {
            throw RequestCode.NOT_XML.refusal(
                    "The XML declares an encoding other than UTF-8, or a version other than 1.0.",
                    "Send it in UTF-8 as XML 1.0; the declaration may be left out.");
        }
    }

    private void inspect(XMLStreamReader reader, int event, Measure measure) {
        switch (event) {
            case XMLStreamConstants.DTD ->
                throw RequestCode.DOCTYPE.refusal(
                        "The XML has a document type (DOCTYPE), which this server does not read.",
                        "Leave it out; FHIR needs none.");
            case XMLStreamConstants.START_ELEMENT -> {
                if (++measure.depth > limits.depth()) {
                    throw RequestCode.TOO_DEEP.refusal(
                            "The XML is nested deeper than " + limits.depth() + " levels.",
                            "No FHIR resource needs that.");
                }
                requireMeasurable(reader);
                // Bundle / entry
                measure.entries += measure.depth == 2 && "entry".equals(reader.getLocalName()) ? 1 : 0;
            }
            case XMLStreamConstants.END_ELEMENT -> measure.depth--;
            default -> {
                // Text, comments and the like weigh no more than the body, which is bounded.
            }
        }
    }

    private static void requireMeasurable(XMLStreamReader reader) {
        String value = reader.getAttributeValue(null, "value");
        if (value != null && ValueRules.asksForAHugeNumber(value)) {
            throw RequestCode.NOT_FHIR.refusal(
                    "Line " + reader.getLocation().getLineNumber()
                            + ": The body holds a number that is too long to be written out.",
                    "Round it.");
        }
    }

    private static final class Measure {
        private int depth;
        private int entries;
    }
}
