package org.manypaths.access;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Meta;
import org.manypaths.consent.InformationKind;
import org.manypaths.consent.InformationLabels;

/**
 * The security labels that a record is given out with: by its origin and what it tells, never by a code alone.
 *
 * <p>They are put on whatever leaves and are not stored, so that nobody can take them off. Labels that clients stored
 * stay beside them.
 */
final class LabelRules {

    /** What everything from a programme carries (42 CFR Part 2). */
    private static final List<String> OF_PROGRAMMES = List.of(InformationLabels.PART2, "NORDSCLCD", "PERSISTLABEL");

    private LabelRules() {}

    static List<Coding> labels(Stamp stamp) {
        List<Coding> labels = new ArrayList<>();
        boolean restricted =
                stamp.part2() || stamp.kinds().stream().anyMatch(kind -> kind != InformationKind.GENERAL_HEALTH);
        labels.add(Marks.coding(InformationLabels.CONFIDENTIALITY, restricted ? "R" : "N"));
        Stream<String> programme = stamp.part2() ? OF_PROGRAMMES.stream() : Stream.empty();
        Stream<String> kinds = stamp.kinds().stream().sorted().flatMap(kind -> InformationLabels.codes(kind).stream());
        Stream<String> origin = stamp.part2() && stamp.kinds().isEmpty() ? Stream.of("SUD") : Stream.empty();
        Stream.of(programme, kinds, origin)
                .flatMap(codes -> codes)
                .map(code -> Marks.coding(InformationLabels.ACT_CODE, code))
                .forEach(labels::add);
        return labels;
    }

    /** Puts the labels on, beside those that are there. Of two confidentialities the stricter stays. */
    static void apply(Stamp stamp, Meta meta) {
        for (Coding label : labels(stamp)) {
            boolean looser = "N".equals(label.getCode())
                    && meta.getSecurity().stream()
                            .anyMatch(present -> InformationLabels.CONFIDENTIALITY.equals(present.getSystem()));
            if (!looser && meta.getSecurity(label.getSystem(), label.getCode()) == null) {
                meta.addSecurity(label);
            }
        }
    }

    /** Takes off what the server itself put on when the record was read, so that it is not stored as a client's. */
    static void unapply(Stamp stamp, Meta meta) {
        List<Coding> own = labels(stamp);
        meta.getSecurity().removeIf(label -> own.stream()
                .anyMatch(ours -> ours.getSystem().equals(label.getSystem())
                        && ours.getCode().equals(label.getCode())));
    }
}
