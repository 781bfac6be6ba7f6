package org.manypaths.access;

import ca.uhn.fhir.util.UrlUtil;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.manypaths.refusal.RequestCode;

/**
 * What an entry of a Bundle that reads asks for: its address, read once into what the storage will do with it. Pure.
 *
 * <p>HAPI takes {@code Type/}, {@code Type/_search} and {@code Patient/1/Type} for searches, too. Whoever judges an entry
 * would have to know them all; they are refused instead.
 *
 * @param search whether it is a search of a type; otherwise it is a request of its own, and judged when it comes
 * @param asked the parameters, decoded
 */
record EntryRead(boolean search, Map<String, String[]> asked) {

    private static final String TYPE = "[A-Z][A-Za-z]+";
    private static final String ID = "[A-Za-z0-9.-]{1,64}";
    private static final Pattern SEARCH = Pattern.compile(TYPE);
    private static final Pattern RECORD = Pattern.compile(TYPE + "/" + ID + "(?:/_history(?:/" + ID + ")?)?");
    private static final Pattern OPERATION = Pattern.compile(TYPE + "(?:/" + ID + ")?/\\$[A-Za-z-]+");

    /** @throws org.manypaths.refusal.Refusal 400 where the address is none of these */
    static EntryRead of(String url) {
        int question = url.indexOf('?');
        String path = question < 0 ? url : url.substring(0, question);
        String query = question < 0 ? "" : url.substring(question + 1);
        boolean search = SEARCH.matcher(path).matches();
        if (!search
                && !RECORD.matcher(path).matches()
                && !OPERATION.matcher(path).matches()) {
            throw RequestCode.INVALID_PARAMETER.refusal(
                    "An entry of the Bundle reads " + path + ", a form that is not offered.",
                    "Give request.url as Type?criteria, Type/id or Type/id/_history.");
        }
        return new EntryRead(search, query.isEmpty() ? Map.of() : new LinkedHashMap<>(UrlUtil.parseQueryString(query)));
    }
}
