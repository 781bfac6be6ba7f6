package org.manypaths.handoff.gate;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.AppointmentResponse;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.access.PersonRules;
import org.manypaths.access.References;
import org.manypaths.consent.Purpose;

/**
 * A handoff as the gate sees it; all names are logical ids.
 *
 * @param consent the one on which the sender means to rest; empty: any that is in force
 * @param ours the organisations for which the caller works; what any other holds goes by that one's consents
 * @param at the moment of the disclosure, which is now, even where a plan is told as it was then
 */
public record Question(
        String person,
        String sender,
        String recipient,
        Purpose purpose,
        Optional<String> consent,
        Set<String> ours,
        OffsetDateTime at) {

    private static final String PATIENT = "Patient/";

    /** Whether the record may be asked about: what is of another person is no part of this person's record. */
    boolean concerns(Resource record) {
        return isOf(person, record);
    }

    /**
     * Whether a record is of this person, or of nobody: no other person is named as the one whom it is about.
     *
     * @param person logical id
     * @param record its references lead to this server by type and id alone
     */
    public static boolean isOf(String person, Resource record) {
        String theirs = PATIENT + person;
        if (record instanceof Patient) {
            return Passage.key(record).equals(theirs);
        }
        List<String> about = PersonRules.references(record)
                .map(References::key)
                .filter(key -> !key.isEmpty())
                .toList();
        boolean visit = record instanceof Appointment || record instanceof AppointmentResponse;
        return about.stream().allMatch(key -> key.equals(theirs) || (visit && !key.startsWith(PATIENT)));
    }
}
