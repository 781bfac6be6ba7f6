package org.manypaths.access;

import org.manypaths.refusal.Issue;
import org.manypaths.refusal.Refusal;
import org.manypaths.refusal.RequestCode;

/** What is said of a record that is not there, whether it never was or is hidden: the same, to the last letter. */
final class Absence {

    private static final String NUMBER_OF_HAPI = "HAPI-2001";

    private Absence() {}

    /** @param record {@code Type/id} */
    static Refusal of(String record) {
        return new Refusal(RequestCode.NOT_FOUND.status(), issue(record));
    }

    private static Issue issue(String record) {
        return RequestCode.NOT_FOUND.issue(record + " is not here.").messageId(NUMBER_OF_HAPI);
    }

    /** The same of a reference in something that is about to be stored. */
    static Refusal ofReference(String path, String target) {
        return RequestCode.DANGLING_REFERENCE.refusal(
                path + " refers to " + target + ", which is not here.",
                "Send " + target + " first or in the same transaction, or mend the reference.");
    }
}
