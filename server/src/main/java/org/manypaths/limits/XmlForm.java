package org.manypaths.limits;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.manypaths.refusal.Refusal;
import org.manypaths.refusal.RequestCode;

/**
 * What XML allows and FHIR's XML does not (R4, 2.6.1), and HAPI's parser would drop without a word: an element without
 * value, child or id, and an extension with two values. One per text; narrative is HTML and not looked at.
 */
class XmlForm {

    private static final String NARRATIVE = "http://www.w3.org/1999/xhtml";

    private final Deque<Element> open = new ArrayDeque<>();

    /** An element of FHIR that has not ended yet. */
    private static final class Element {
        private final String name;
        private boolean empty;
        private int values;

        Element(String name, boolean empty) {
            this.name = name;
            this.empty = empty;
        }
    }

    /** @throws Refusal if what the reader stands at must not be there */
    void check(XMLStreamReader reader) {
        if (NARRATIVE.equals(reader.isStartElement() || reader.isEndElement() ? reader.getNamespaceURI() : "")) {
            if (!open.isEmpty()) {
                open.element().empty = false;
            }
            return;
        }
        if (reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
            start(reader);
        } else if (reader.getEventType() == XMLStreamConstants.END_ELEMENT) {
            end(reader);
        }
    }

    private void start(XMLStreamReader reader) {
        String name = reader.getLocalName();
        if (!open.isEmpty()) {
            Element around = open.element();
            around.empty = false;
            around.values += isExtension(around.name) && name.matches("value[A-Z].*") ? 1 : 0;
        }
        boolean root = open.isEmpty();
        // A resource alone says its type, and what contains one says nothing of its own.
        boolean says = reader.getAttributeCount() > 0 || root || Character.isUpperCase(name.charAt(0));
        open.push(new Element(name, !says));
    }

    private void end(XMLStreamReader reader) {
        Element ended = open.pop();
        if (ended.empty) {
            throw refusal(reader, ended.name, "has neither a value nor anything in it", "Leave it out.");
        }
        if (ended.values > 1) {
            throw refusal(
                    reader, ended.name, "has " + ended.values + " values", "An extension has one: leave the rest out.");
        }
    }

    private static boolean isExtension(String name) {
        return name.equals("extension") || name.equals("modifierExtension");
    }

    private static Refusal refusal(XMLStreamReader reader, String name, String problem, String remedy) {
        return RequestCode.NOT_FHIR.refusal(
                "Line " + reader.getLocation().getLineNumber() + ": " + name + " " + problem + ".", remedy);
    }
}
