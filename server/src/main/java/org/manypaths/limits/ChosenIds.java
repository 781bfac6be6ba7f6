package org.manypaths.limits;

import org.jspecify.annotations.Nullable;
import org.manypaths.refusal.Refusal;
import org.manypaths.refusal.RequestCode;

/** Ids that FHIR allows and no URL can carry: every HTTP client takes them for folders (RFC 3986, 5.2.4). */
final class ChosenIds {

    private ChosenIds() {}

    static boolean isFolder(@Nullable String id) {
        return id != null && (id.equals(".") || id.equals(".."));
    }

    static Refusal refusal() {
        return RequestCode.CHOSEN_ID.refusal(
                "An id of one or two dots alone is a folder wherever it stands in a URL.", "Choose another.");
    }
}
