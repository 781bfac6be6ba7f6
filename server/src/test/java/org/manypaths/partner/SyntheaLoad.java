package org.manypaths.partner;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;

/** What the server answered to one bundle, and how long it took. */
record SyntheaLoad(SyntheaBundle bundle, int status, Bundle answer, Duration took) {

    /** The reference under which an entry was stored. */
    String stored(int entry) {
        return new IdType(answer.getEntry().get(entry).getResponse().getLocation())
                .toUnqualifiedVersionless()
                .getValue();
    }

    /** The entries that were stored with at least one warning. */
    long entriesWithWarnings() {
        return answer.getEntry().stream()
                .filter(entry -> !warnings(entry).isEmpty())
                .count();
    }

    /** How often each kind of warning was given. */
    Map<String, Long> warnings() {
        return answer.getEntry().stream()
                .flatMap(entry -> warnings(entry).stream())
                .map(issue -> issue.getDetails().getCodingFirstRep().getCode())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    /** How often each warning was given, by kind and words; what differs from case to case is left out. */
    Map<String, Long> sentences() {
        return answer.getEntry().stream()
                .flatMap(entry -> warnings(entry).stream())
                .map(issue -> issue.getDetails().getCodingFirstRep().getCode() + " | "
                        + issue.getDetails().getText().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "…"))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    private static List<OperationOutcomeIssueComponent> warnings(BundleEntryComponent entry) {
        return entry.getResponse().getOutcome() instanceof OperationOutcome outcome
                ? outcome.getIssue().stream()
                        .filter(issue -> issue.getSeverity() == IssueSeverity.WARNING)
                        .toList()
                : List.of();
    }
}
