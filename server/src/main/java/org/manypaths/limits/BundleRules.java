package org.manypaths.limits;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.manypaths.refusal.Issue;
import org.manypaths.refusal.RequestCode;

/** Whether each entry of a batch or transaction says what is to be done with it (R4, 3.1.0.11 and Bundle, bdl-3). */
final class BundleRules {

    private static final Pattern OTHER_SERVER = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:.*|//.*");

    private BundleRules() {}

    /** Every entry that cannot be carried out as it stands. */
    static List<Issue> check(Bundle bundle) {
        List<Issue> issues = new ArrayList<>();
        if (bundle.getType() != BundleType.BATCH && bundle.getType() != BundleType.TRANSACTION) {
            issues.add(issue(
                    "Bundle.type",
                    "is not that of something to be carried out.",
                    "Send a Bundle of type transaction or batch here."));
            return issues;
        }
        for (int i = 0; i < bundle.getEntry().size(); i++) {
            check(bundle.getEntry().get(i), "Bundle.entry[" + i + "]").ifPresent(issues::add);
        }
        return issues;
    }

    private static Optional<Issue> check(BundleEntryComponent entry, String path) {
        HTTPVerb method = entry.getRequest().getMethod();
        String url = Optional.ofNullable(entry.getRequest().getUrl()).orElse("");
        if (method == null || method == HTTPVerb.NULL) {
            return Optional.of(issue(
                    path + ".request.method",
                    "says nothing that can be done.",
                    "Use GET, POST, PUT, PATCH, DELETE or HEAD."));
        }
        if (url.isBlank()) {
            return Optional.of(issue(
                    path + ".request.url",
                    "is missing.",
                    "Say to which URL the entry goes, as in Patient or Patient/1."));
        }
        if (OTHER_SERVER.matcher(url).matches()) {
            return Optional.of(issue(
                    path + ".request.url",
                    "leads to another server.",
                    "Give it relative to this one, as in Patient/1."));
        }
        if (!PercentRules.areWellFormed(url)) {
            return Optional.of(issue(
                    path + ".request.url",
                    "has a % that is not followed by two hexadecimal digits.",
                    "Write a percent sign as %25."));
        }
        if (ChosenIds.isFolder(url.replaceFirst(".*/", ""))) {
            return Optional.of(ChosenIds.refusal().issues().get(0).at(List.of(path + ".request.url")));
        }
        return EntryAddress.check(entry, method, url, path);
    }

    static Issue issue(String path, String problem, String remedy) {
        return RequestCode.INVALID.issue(path + " " + problem).remedy(remedy).at(List.of(path));
    }
}
