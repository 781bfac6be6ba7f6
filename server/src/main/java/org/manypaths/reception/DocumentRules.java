package org.manypaths.reception;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.access.References;
import org.manypaths.refusal.Issue;

/** Whether what arrived is a document about one person that stands alone and is what was signed off. Pure. */
final class DocumentRules {

    /** By so much the clocks of two servers may differ. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:\\S+");

    private static final Pattern OFFSET = Pattern.compile("(?:Z|[+-]\\d{2}:\\d{2})$");

    private DocumentRules() {}

    /** @throws org.manypaths.refusal.Refusal with everything that is wrong with its form */
    static void check(Arrived arrived, Instant now) {
        requireDocument(arrived, now);
        OnePersonRules.check(arrived);
        if (arrived.isOurs()) {
            requireWhole(arrived);
            requireDigest(arrived);
        }
    }

    private static void requireDocument(Arrived arrived, Instant now) {
        requireMoment(arrived.bundle().getTimestampElement());
        List<Issue> issues = new ArrayList<>();
        if (arrived.bundle().getType() != BundleType.DOCUMENT) {
            issues.add(form("The Bundle is no document.", "Bundle.type"));
        }
        if (!arrived.bundle().getIdentifier().hasSystem()
                || !arrived.bundle().getIdentifier().hasValue()) {
            issues.add(form("The document has no identifier by which it is known again.", "Bundle.identifier"));
        }
        if (!arrived.bundle().hasTimestamp()) {
            issues.add(form("The document does not say when it was put together.", "Bundle.timestamp"));
        }
        if (arrived.bundle().hasTimestamp() && arrived.at().isAfter(now.plus(CLOCKS_DIFFER))) {
            issues.add(ReceptionCode.NOT_A_DOCUMENT.issue(
                    "The document says that it was put together in the future, and nothing could ever follow it.",
                    "Set the clock of the sender, and send a document with the time at which it was made.",
                    "Bundle.timestamp"));
        }
        if (!(arrived.bundle().getEntryFirstRep().getResource() instanceof Composition)) {
            issues.add(form("The first entry of a document is its Composition.", "Bundle.entry[0].resource"));
        }
        if (arrived.entries().size() != arrived.bundle().getEntry().size()) {
            issues.add(form("Two entries have the same fullUrl, or one holds nothing.", "Bundle.entry"));
        }
        firstWithoutAddress(arrived.bundle())
                .ifPresent(entry -> issues.add(form(
                        "An entry has no absolute fullUrl, so nothing tells its record from that of another document.",
                        "Bundle.entry[" + entry + "].fullUrl")));
        versioned(arrived.bundle())
                .forEach(entry -> issues.add(form(
                        "The fullUrl of an entry names a version, so that the next version would be another record.",
                        "Bundle.entry[" + entry + "].fullUrl")));
        if (issues.isEmpty()) {
            issues.addAll(MeaningRules.check(arrived));
        }
        if (!issues.isEmpty()) {
            throw ReceptionCode.NOT_A_DOCUMENT.refusal(issues);
        }
    }

    /** R4, bdl-8. */
    private static IntStream versioned(Bundle document) {
        return IntStream.range(0, document.getEntry().size())
                .filter(i ->
                        String.valueOf(document.getEntry().get(i).getFullUrl()).contains("/_history/"));
    }

    private static OptionalInt firstWithoutAddress(Bundle document) {
        return IntStream.range(0, document.getEntry().size())
                .filter(i -> !ABSOLUTE.matcher(
                                Optional.ofNullable(document.getEntry().get(i).getFullUrl())
                                        .orElse(""))
                        .matches())
                .findFirst();
    }

    private static Issue form(String problem, String path) {
        return ReceptionCode.NOT_A_DOCUMENT.issue(
                problem,
                "Send a document as CarePlan/[id]/$handoff makes it, or as FHIR R4 describes documents.",
                path);
    }

    /** What has a day alone is read, and is no instant; neither is a time of day of nobody knows which place. */
    private static void requireMoment(InstantType timestamp) {
        boolean vague = timestamp.hasValue()
                && (timestamp.getPrecision().compareTo(TemporalPrecisionEnum.SECOND) < 0
                        || !OFFSET.matcher(timestamp.getValueAsString()).find());
        if (vague) {
            throw ReceptionCode.BODY.refusal(List.of(ReceptionCode.BODY.issue(
                    "Bundle.timestamp is " + timestamp.getValueAsString() + ", which is no moment.",
                    "Send the day and the time of day with its offset, such as 2026-01-12T09:45:00-05:00.",
                    "Bundle.timestamp")));
        }
    }

    private static void requireWhole(Arrived arrived) {
        List<Issue> issues = new ArrayList<>();
        arrived.entries().forEach((address, record) -> dangling(arrived, address, record)
                .forEach(reference -> issues.add(ReceptionCode.DANGLING.issue(
                        reference + " is referred to and is not in the document.",
                        "Send it along, or take the reference out before the document is signed off.",
                        arrived.path(record)))));
        if (!issues.isEmpty()) {
            throw ReceptionCode.DANGLING.refusal(issues);
        }
    }

    /** What a record refers to and the document does not hold. */
    private static Set<String> dangling(Arrived arrived, String holder, Resource record) {
        Set<String> missing = new LinkedHashSet<>();
        References.visit(record, reference -> {
            String key = References.key(reference);
            if (!key.isEmpty()
                    && !key.startsWith("#")
                    && arrived.address(reference, holder).isEmpty()) {
                missing.add(key);
            }
        });
        return missing;
    }

    private static void requireDigest(Arrived arrived) {
        if (!arrived.stated().equals(Optional.of(arrived.digest()))) {
            throw ReceptionCode.DIGEST.refusal(
                    arrived.stated().isEmpty()
                            ? "The document is not signed off: no Provenance in it states its digest."
                            : "The document is not the one that was signed off: its digest is another.",
                    "Ask the sender for it again, and pass it on as it came.");
        }
    }
}
