package org.manypaths.limits;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.manypaths.refusal.Refusal;
import org.manypaths.refusal.RequestCode;

/**
 * What JSON allows and FHIR's JSON does not (R4, 2.6.2), and HAPI's parser would drop without a word. One per text.
 *
 * <p>A resource is one object. There is no null but to keep two lists of a primitive in step ({@code given} and
 * {@code _given}), no list in a list, no object without properties, and no extension with two values or without any.
 */
class JsonForm {

    private final Deque<Names> objects = new ArrayDeque<>();
    private Optional<Refusal> first = Optional.empty();

    /** What has been read of an object that is still open. */
    private static final class Names {
        private final Set<String> all = new HashSet<>();
        private final Set<String> holdingNull = new HashSet<>();
    }

    /** @throws Refusal if anything was there that must not be; limits are told before it */
    void end() {
        first.ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** Looks at the token that the parser stands at. */
    void look(JsonParser parser) {
        JsonToken token = parser.currentToken();
        JsonStreamContext context = parser.getParsingContext();
        if ((token == JsonToken.START_ARRAY || token.isScalarValue()) && isWhole(context)) {
            refuse(
                    context,
                    "is JSON, and no resource.",
                    "Send one object with its resourceType; several go in a Bundle.");
        }
        switch (token) {
            case START_OBJECT -> objects.push(new Names());
            case FIELD_NAME -> objects.element().all.add(String.valueOf(context.getCurrentName()));
            case VALUE_NULL -> checkNull(context);
            case START_ARRAY -> checkList(context);
            case END_OBJECT -> checkObject(objects.pop(), context);
            default -> {}
        }
    }

    /** Whether what stands here is all of the text: a value by itself, or a list around everything. */
    private static boolean isWhole(JsonStreamContext context) {
        JsonStreamContext list = context.inArray() ? context.getParent() : context;
        return list != null && list.inRoot();
    }

    private void checkNull(JsonStreamContext context) {
        JsonStreamContext list = context.getParent();
        if (!context.inArray() || list == null || list.getCurrentName() == null) {
            refuse(
                    context,
                    "is null.",
                    "Leave the element out where there is nothing to say, or say why in an extension.");
            return;
        }
        objects.element().holdingNull.add(list.getCurrentName());
    }

    /** The parser stands inside of what begins here. */
    private void checkList(JsonStreamContext context) {
        if (context.getParent() != null && context.getParent().inArray()) {
            refuse(context.getParent(), "is a list inside a list.", "What repeats is one list of its values.");
        }
    }

    private void checkObject(Names names, JsonStreamContext around) {
        if (names.all.isEmpty()) {
            refuse(around, "is an object without anything in it.", "Leave it out, or say what it is for.");
        }
        for (String name : names.holdingNull) {
            String other = name.startsWith("_") ? name.substring(1) : "_" + name;
            if (!names.all.contains(other)) {
                refuse(
                        around,
                        "has null in '" + name + "', and no '" + other + "' beside it.",
                        "Leave the null out: it only keeps two lists of the same element in step.");
            }
        }
        extension(around).ifPresent(name -> checkExtension(names, around));
    }

    private void checkExtension(Names names, JsonStreamContext around) {
        long values = names.all.stream()
                .map(name -> name.startsWith("_") ? name.substring(1) : name)
                .filter(name -> name.matches("value[A-Z].*"))
                .distinct()
                .count();
        boolean parts = names.all.contains("extension");
        if (values > 1) {
            refuse(around, "is an extension with " + values + " values.", "An extension has one: leave the rest out.");
        }
        if (values == 0 && !parts) {
            refuse(around, "is an extension without a value.", "Give it one, or leave it out.");
        }
    }

    private static Optional<String> extension(JsonStreamContext around) {
        return Optional.ofNullable(around.getParent())
                .filter(parent -> around.inArray())
                .map(JsonStreamContext::getCurrentName)
                .filter(name -> name.equals("extension") || name.equals("modifierExtension"));
    }

    private void refuse(JsonStreamContext place, String problem, String remedy) {
        if (first.isEmpty()) {
            String path = isWhole(place) ? "" : JsonScan.path(place);
            String subject = path.isEmpty() ? "The body" : path.substring(1);
            first = Optional.of(RequestCode.NOT_FHIR.refusal(subject + " " + problem, remedy));
        }
    }
}
