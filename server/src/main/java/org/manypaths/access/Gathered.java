package org.manypaths.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.audit.Disclosures;
import org.manypaths.consent.Decision;
import org.manypaths.consent.Decision.Permit;

/**
 * What an operation gathered of a person to make its answer of: it goes out with that answer, though not as it is, and
 * so is in the trail, and calls for the notice, like what is given out whole.
 */
final class Gathered {

    private static final String KEY = Gathered.class.getName();

    private Gathered() {}

    static void add(RequestDetails request, Sight sight, Resource record) {
        Marks marks = Marks.of(record);
        if (marks.people().isEmpty()) {
            return;
        }
        Decision decision = sight.decide(record.fhirType(), marks, Moments.of(record));
        if (decision instanceof Permit permit) {
            Disclosures notes = Disclosures.of(request);
            marks.note(record, decision, notes);
            notes.drawnFrom(record);
            all(request).add(new AnswerAccess.Shown(record, marks, permit));
        }
    }

    @SuppressWarnings("unchecked")
    static List<AnswerAccess.Shown> all(RequestDetails request) {
        return (List<AnswerAccess.Shown>)
                request.getUserData().computeIfAbsent(KEY, key -> Collections.synchronizedList(new ArrayList<>()));
    }
}
