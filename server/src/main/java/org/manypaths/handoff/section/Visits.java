package org.manypaths.handoff.section;

import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
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

    /** From a moment on; what was missed or called off is not among them. */
    public static List<Visit> after(OffsetDateTime moment, List<Resource> records) {
        return records.stream()
                .filter(Appointment.class::isInstance)
                .map(Appointment.class::cast)
                .filter(Visits::mayTakePlace)
                .flatMap(visit -> Moments.start(visit.getStartElement(), moment.getOffset()).stream()
                        .filter(start -> start.isAfter(moment))
                        .flatMap(start -> Stream.of(new Visit(start, wasKept(visit)))))
                .toList();
    }

    static boolean mayTakePlace(Appointment visit) {
        return wasKept(visit) || BOOKED.contains(visit.getStatus());
    }

    static boolean wasKept(Appointment visit) {
        return KEPT.contains(visit.getStatus());
    }

    static boolean wasMissed(Appointment visit) {
        return visit.getStatus() == AppointmentStatus.NOSHOW;
    }
}
