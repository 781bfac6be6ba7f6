package org.manypaths.handoff.section;

import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.handoff.gap.Moments;
import org.manypaths.handoff.gap.Visit;

/** Appointments as the gap clock sees them. */
public final class Visits {

    private static final Set<AppointmentStatus> KEPT =
            EnumSet.of(AppointmentStatus.FULFILLED, AppointmentStatus.ARRIVED, AppointmentStatus.CHECKEDIN);
    private static final Set<AppointmentStatus> BOOKED =
            EnumSet.of(AppointmentStatus.BOOKED, AppointmentStatus.PENDING);

    private Visits() {}

    /**
     * From a moment on; what was missed, called off or declined by the person is not among them.
     *
     * @param recipient logical id of the organization that takes over
     */
    public static List<Visit> after(OffsetDateTime moment, List<Resource> records, String recipient) {
        ReceivingSide receiving = new ReceivingSide(recipient, records);
        return records.stream()
                .filter(Appointment.class::isInstance)
                .map(Appointment.class::cast)
                .filter(Visits::mayTakePlace)
                .flatMap(visit -> Moments.start(visit.getStartElement(), moment.getOffset()).stream()
                        .filter(start -> start.isAfter(moment))
                        .map(start -> new Visit(start, wasKept(visit), receiving.takesPartIn(visit))))
                .toList();
    }

    static boolean mayTakePlace(Appointment visit) {
        return wasKept(visit) || (BOOKED.contains(visit.getStatus()) && !isDeclined(visit));
    }

    static boolean wasKept(Appointment visit) {
        return KEPT.contains(visit.getStatus()) && !isDeclined(visit);
    }

    private static boolean isDeclined(Appointment visit) {
        return visit.getParticipant().stream()
                .filter(participant -> participant.getStatus() == ParticipationStatus.DECLINED)
                .anyMatch(participant -> "Patient"
                        .equals(participant.getActor().getReferenceElement().getResourceType()));
    }

    static boolean wasMissed(Appointment visit) {
        return visit.getStatus() == AppointmentStatus.NOSHOW;
    }
}
