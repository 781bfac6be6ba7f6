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
                            if (kind != SEARCH) {
                                request.getUserData().put(RequestAccess.FILTERED, true);
                                Everything.of(query).ifPresent(asked -> asked.remember(request, uuid));
                            }
                            return kind == HISTORY
                                    || AccessTypes.DEFINITIONS.contains(row.getString(2))
                                    || mark.matcher(query).find();
                        },
                        uuid)
                .contains(true);
    }
}
