package org.manypaths.handoff.digest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The one way to write a JSON value, so that everybody who has the same value has the same bytes (RFC 8785, JCS).
 *
 * <p>Numbers are what they are as IEEE 754 doubles: {@code 2.50} and {@code 2.5} have one form. That is what every
 * implementation of the RFC does, and it concerns the digest alone; the document keeps a decimal as it was written.
 */
public final class CanonicalJson {

    private static final int FIRST_PRINTABLE = 0x20;

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /**
     * The value in its canonical form, as UTF-8.
     *
     * @throws UncanonicalJsonException when the value has no canonical form
     */
    public static byte[] bytes(JsonNode value) {
        CanonicalJson writer = new CanonicalJson();
        writer.write(value);
        return writer.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(JsonNode value) {
        if (value.isObject()) {
            writeObject(value);
        } else if (value.isArray()) {
            writeArray(value);
        } else if (value.isTextual()) {
            writeString(value.textValue());
        } else if (value.isNumber()) {
            out.append(EcmaNumber.text(value.decimalValue()));
        } else {
            out.append(value.asText());
        }
    }

    private void writeObject(JsonNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        // The natural order of Java's strings is that of UTF-16 code units, which the RFC asks for.
        Collections.sort(keys);
        String separator = "{";
        for (String key : keys) {
            out.append(separator);
            writeString(key);
            out.append(':');
            write(object.get(key));
            separator = ",";
        }
        out.append(keys.isEmpty() ? "{}" : "}");
    }

    private void writeArray(JsonNode array) {
        String separator = "[";
        for (JsonNode item : array) {
            out.append(separator);
            write(item);
            separator = ",";
        }
        out.append(array.isEmpty() ? "[]" : "]");
    }

    private void writeString(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isSurrogate(unit)) {
                i = writePair(text, i);
            } else {
                writeUnit(unit);
            }
        }
        out.append('"');
    }

    /** @return the index of the second half */
    private int writePair(String text, int first) {
        boolean whole =
                first + 1 < text.length() && Character.isSurrogatePair(text.charAt(first), text.charAt(first + 1));
        if (!whole) {
            throw new UncanonicalJsonException("A text holds half of a character.");
        }
        out.append(text, first, first + 2);
        return first + 1;
    }

    private void writeUnit(char unit) {
        switch (unit) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (unit < FIRST_PRINTABLE) {
                    out.append(String.format("\\u%04x", (int) unit));
                } else {
                    out.append(unit);
                }
            }
        }
    }
}
