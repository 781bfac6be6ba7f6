package org.manypaths.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Resource;

/** Validates the entries of a transaction side by side, before any of them is written. */
class TransactionValidation {

    /** A reference to another entry, as it stands in JSON. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\"reference\":\"(urn:(?:uuid|oid):[^\"]+)\"");

    private final RecordValidator validator;
    private final ExecutorService workers;

    TransactionValidation(RecordValidator validator, ExecutorService workers) {
        this.validator = validator;
        this.workers = workers;
    }

    void validate(Bundle transaction, WriteLedger ledger) {
        Map<String, String> targets = targets(transaction);
        List<CompletableFuture<Void>> work = transaction.getEntry().stream()
                .filter(TransactionValidation::bringsResource)
                .map(BundleEntryComponent::getResource)
                .map(resource -> CompletableFuture.runAsync(
                        () -> ledger.record(
                                resource, validator.validate(resource, json -> resolvePlaceholders(json, targets))),
                        workers))
                .toList();
        try {
            work.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            work.forEach(rest -> rest.cancel(false));
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** A PATCH brings no resource but changes to one; what they lead to is judged when they are applied. */
    private static boolean bringsResource(BundleEntryComponent entry) {
        HTTPVerb verb = entry.getRequest().getMethod();
        return entry.hasResource() && (verb == HTTPVerb.POST || verb == HTTPVerb.PUT);
    }

    /** What each full URL will be, as far as the type goes: enough to hold references to the types they may have. */
    private static Map<String, String> targets(Bundle transaction) {
        Map<String, String> targets = new HashMap<>();
        for (BundleEntryComponent entry : transaction.getEntry()) {
            Resource resource = entry.getResource();
            if (resource != null && entry.hasFullUrl()) {
                String fullUrl = entry.getFullUrl();
                targets.put(fullUrl, resource.fhirType() + "/" + fullUrl.substring(fullUrl.lastIndexOf(':') + 1));
            }
        }
        return targets;
    }

    private static String resolvePlaceholders(String json, Map<String, String> targets) {
        Matcher matcher = PLACEHOLDER.matcher(json);
        return matcher.replaceAll(match -> {
            String target = targets.get(match.group(1));
            return Matcher.quoteReplacement(target == null ? match.group() : "\"reference\":\"" + target + "\"");
        });
    }
}
