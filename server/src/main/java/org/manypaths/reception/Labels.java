package org.manypaths.reception;

import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.access.RecordReleaser;
import org.manypaths.consent.InformationLabels;

/** The security labels of what arrives: whatever comes later may raise them, and nothing takes them off. */
final class Labels {

    /** In v3-Confidentiality, from the least to the most. */
    private static final List<String> CONFIDENTIALITIES = List.of("U", "L", "M", "N", "R", "V");

    private Labels() {}

    /** Whether it says that all of it comes from a programme (42 CFR 2.12(d)(2), 2.32). */
    static boolean isUnderPart2(Resource record) {
        return record.getMeta().getSecurity(InformationLabels.ACT_CODE, InformationLabels.PART2) != null;
    }

    static void putUnderPart2(Resource record) {
        if (!isUnderPart2(record)) {
            record.getMeta().addSecurity(InformationLabels.ACT_CODE, InformationLabels.PART2, null);
        }
    }

    /**
     * Labels of what arrived by which it is to be guarded more than it is here.
     *
     * @param here as the storage has it
     */
    static List<Coding> raised(Resource here, Resource arrived) {
        List<Coding> raised = missing(here, arrived);
        if (raised.isEmpty()) {
            return raised;
        }
        // What the server says of it by itself is not stored with it.
        Resource shown = here.copy();
        RecordReleaser.dress(shown);
        return missing(shown, arrived);
    }

    /** The record with labels beside its own. */
    static Resource with(Resource here, List<Coding> labels) {
        Resource raised = here.copy();
        raised.setId(here.fhirType() + "/" + here.getIdElement().getIdPart());
        labels.forEach(label -> raised.getMeta().addSecurity(label.copy()));
        return raised;
    }

    private static List<Coding> missing(Resource here, Resource arrived) {
        return arrived.getMeta().getSecurity().stream()
                .filter(Coding::hasCode)
                .filter(label -> here.getMeta().getSecurity(label.getSystem(), label.getCode()) == null)
                .filter(label ->
                        !InformationLabels.CONFIDENTIALITY.equals(label.getSystem()) || rank(label) > highest(here))
                .toList();
    }

    private static int highest(Resource here) {
        return here.getMeta().getSecurity().stream()
                .filter(label -> InformationLabels.CONFIDENTIALITY.equals(label.getSystem()))
                .mapToInt(Labels::rank)
                .max()
                .orElse(-1);
    }

    private static int rank(Coding label) {
        return CONFIDENTIALITIES.indexOf(label.getCode());
    }
}
