package org.manypaths.limits;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.manypaths.refusal.Refusal;
import org.manypaths.refusal.RequestCode;

/** Reads JSON once from end to end before it becomes objects: is it JSON, and is it within measure? Thread-safe. */
class JsonScan {

    private final LimitSettings limits;
    private final JsonFactory json;

    JsonScan(LimitSettings limits) {
        this.limits = limits;
        json = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength((int) limits.string().toBytes())
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /** @throws Refusal with what is wrong with the text, and where */
    void check(byte[] body) {
        check(body, true);
    }

    /** The same for JSON that is no resource. */
    void checkPatch(byte[] body) {
        check(body, false);
    }

    private void check(byte[] body, boolean fhir) {
        JsonForm form = new JsonForm();
        try (JsonParser parser = json.createParser(body)) {
            int entries = 0;
            while (parser.nextToken() != null) {
                measure(parser);
                if (fhir) {
                    form.look(parser);
                }
                if (parser.currentToken() == JsonToken.START_OBJECT && isEntry(parser.getParsingContext())) {
                    entries++;
                }
            }
            if (entries > limits.entries()) {
                throw RequestCode.TOO_MANY_ENTRIES.refusal(
                        "The Bundle has " + entries + " entries; " + limits.entries() + " are the most.",
                        "Send it in parts.");
            }
            form.end();
        } catch (JsonProcessingException e) {
            throw refusal(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The parser's own limit holds for strings that are taken out of it, and here none is. */
    private void measure(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token.isNumeric() && !ValueRules.isMeasurable(parser.getText())) {
            throw unusable(parser, "a number that is too long to be written out", "Round it.");
        }
        if (token != JsonToken.VALUE_STRING && token != JsonToken.FIELD_NAME) {
            return;
        }
        if (parser.getTextLength() > limits.string().toBytes()) {
            throw tooLong("");
        }
        if (!ValueRules.isWritable(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength())) {
            throw unusable(
                    parser,
                    "a control character or half a character",
                    "Leave it out: FHIR allows tab and line ends, and no other control character.");
        }
    }

    private static Refusal unusable(JsonParser parser, String what, String remedy) {
        JsonLocation location = parser.currentTokenLocation();
        return RequestCode.NOT_FHIR.refusal(
                "Line " + location.getLineNr() + ", column " + location.getColumnNr() + ": The body holds " + what
                        + ".",
                remedy);
    }

    private Refusal tooLong(String place) {
        return RequestCode.TOO_LARGE.refusal(
                place + "A string is longer than " + limits.string().toMegabytes() + " MB.",
                "Send large attachments as Binary, or refer to them by URL.");
    }

    /** Where a name stands in the text, as FHIRPath. */
    List<String> pathsOf(byte[] body, String type, String name) {
        List<String> paths = new ArrayList<>();
        try (JsonParser parser = json.createParser(body)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME && name.equals(parser.currentName())) {
                    paths.add(type + path(parser.getParsingContext()));
                }
            }
        } catch (IOException e) {
            return paths;
        }
        return paths;
    }

    /** Whether any list stands there without anything in it. */
    boolean hasEmptyList(byte[] body) {
        try (JsonParser parser = json.createParser(body)) {
            JsonToken before = JsonToken.NOT_AVAILABLE;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (before == JsonToken.START_ARRAY && token == JsonToken.END_ARRAY) {
                    return true;
                }
                before = token;
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isEntry(JsonStreamContext object) {
        JsonStreamContext array = object.getParent();
        return array != null
                && array.inArray()
                && array.getParent() != null
                && "entry".equals(array.getParent().getCurrentName())
                && array.getParent().getParent() != null
                && array.getParent().getParent().inRoot();
    }

    static String path(@Nullable JsonStreamContext context) {
        if (context == null || context.inRoot()) {
            return "";
        }
        String step = context.inArray() ? "[" + context.getCurrentIndex() + "]" : "." + context.getCurrentName();
        return path(context.getParent()) + step;
    }

    private Refusal refusal(JsonProcessingException e) {
        JsonLocation location = Optional.ofNullable(e.getLocation()).orElse(JsonLocation.NA);
        String place = location.getLineNr() < 0
                ? ""
                : "Line " + location.getLineNr() + ", column " + location.getColumnNr() + ": ";
        if (e instanceof StreamConstraintsException) {
            return e.getOriginalMessage().contains("nesting")
                    ? RequestCode.TOO_DEEP.refusal(
                            place + "The JSON is nested deeper than " + limits.depth() + " levels.",
                            "No FHIR resource needs that.")
                    : tooLong(place);
        }
        if (e.getOriginalMessage().startsWith("Duplicate field")) {
            return RequestCode.DUPLICATE_KEY.refusal(
                    place + e.getOriginalMessage().replace("Duplicate field", "The same object has twice the name")
                            + ".",
                    "Leave one of the two out: which of them was meant cannot be told.");
        }
        return RequestCode.NOT_JSON.refusal(
                place + "The body is not JSON.", "Check it there; FHIR allows no comments and no trailing commas.");
    }
}
