package org.manypaths.access;

import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.util.UrlUtil;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.manypaths.refusal.RequestCode;
import org.manypaths.security.Session;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lets the next page of a search be asked for by the one alone whose search it was. */
class SearchOwners {

    /** As HAPI stores {@code SearchTypeEnum}: by its place. */
    private static final int SEARCH = 1;

    private static final int HISTORY = 2;

    private static final String SEARCHSET = "searchset";

    private final JdbcTemplate jdbc;

    SearchOwners(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A search of somebody else is answered as one that there never was. */
    void require(Session session, RequestDetails request) {
        Optional<String> id = Optional.ofNullable(request.getParameters().get(Constants.PARAM_PAGINGACTION))
                .flatMap(values -> Arrays.stream(values).findFirst());
        boolean own = id.filter(uuid -> isOwn(session, request, uuid)).isPresent();
        if (!own) {
            throw RequestCode.DELETED.refusal(
                    "There is no search with this id, or it is over.", "Send the search again.");
        }
    }

    /** HAPI makes of a page whatever Bundle its address says; only what our own links say is offered. */
    private static void requireBundle(RequestDetails request, String type) {
        String[] asked = request.getParameters().getOrDefault(Constants.PARAM_BUNDLETYPE, new String[] {SEARCHSET});
        if (!Arrays.stream(asked).allMatch(type::equals)) {
            throw RequestCode.INVALID_PARAMETER.refusal(
                    "The pages of this answer are Bundles of the type " + type + ".",
                    "Follow the links of the answer, with _bundletype as it stands there.");
        }
    }

    /** How a stored search tells whose it is. */
    static String mark(Session session) {
        return Narrowing.CLIENT + "%7C" + UrlUtil.escapeUrlParam(session.client());
    }

    /** What is found by {@code $everything} or in a history is decided record by record, page after page. */
    private boolean isOwn(Session session, RequestDetails request, String uuid) {
        Pattern mark = Pattern.compile("(?<![^=,&])" + Pattern.quote(mark(session)) + "(?![^,&])");
        return jdbc.query(
                        "SELECT SEARCH_TYPE, RESOURCE_TYPE, SEARCH_QUERY_STRING_VC FROM HFJ_SEARCH WHERE SEARCH_UUID = ?",
                        (row, number) -> {
                            String query = String.valueOf(row.getString(3)).replace("%2C", ",");
                            int kind = row.getInt(1);
                            boolean found = kind == HISTORY
                                    || AccessTypes.DEFINITIONS.contains(row.getString(2))
                                    || mark.matcher(query).find();
                            if (found) {
                                requireBundle(request, kind == HISTORY ? "history" : SEARCHSET);
                            }
                            if (kind != SEARCH) {
                                request.getUserData().put(RequestAccess.FILTERED, true);
                                Everything.of(query).ifPresent(asked -> asked.remember(request, uuid));
                            }
                            return found;
                        },
                        uuid)
                .contains(true);
    }
}
