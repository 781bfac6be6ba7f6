package org.manypaths.limits;

import ca.uhn.fhir.parser.IParserErrorHandler.IParseLocation;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Notes what the parser would drop without a word. For one parse.
 *
 * <p>Values that it cannot read are kept as they are: validation tells of them with their place.
 */
class UnknownElements extends LenientErrorHandler {

    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> unreadable = new LinkedHashSet<>();

    UnknownElements() {
        super(false);
        setErrorOnInvalidValue(false);
    }

    Set<String> names() {
        return names;
    }

    Set<String> unreadable() {
        return unreadable;
    }

    /** Dates and codes are kept as text and judged later; of numbers and truth values nothing would be left. */
    @Override
    public void invalidValue(IParseLocation location, String value, String error) {
        if (!error.matches("(?s)Unknown .* code .*|Invalid date/time.*")) {
            unreadable.add(value);
        }
    }

    @Override
    public void incorrectJsonType(
            IParseLocation location,
            String name,
            ValueType expected,
            ScalarType expectedScalar,
            ValueType found,
            ScalarType foundScalar) {
        unreadable.add(name);
    }

    @Override
    public void unknownElement(IParseLocation location, String name) {
        names.add(name);
    }

    @Override
    public void unknownAttribute(IParseLocation location, String name) {
        names.add(name);
    }

    @Override
    public void unexpectedRepeatingElement(IParseLocation location, String name) {
        names.add(name);
    }
}
