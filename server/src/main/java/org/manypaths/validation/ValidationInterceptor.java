package org.manypaths.validation;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Subscription;
import org.jspecify.annotations.Nullable;
import org.manypaths.refusal.Issue;
import org.manypaths.refusal.Refusal;

/**
 * Validates everything that is about to be stored, however it came here, and refuses with 422 what must not be.
 *
 * <p>It stands at the storage and not at the door: so it sees what a PATCH made of a resource, each entry of a
 * transaction and what the server writes for itself. A transaction is looked through before its database transaction
 * opens, all problems of all entries are told at once, and nothing is looked at twice.
 */
@Interceptor
public class ValidationInterceptor {

    private static final int UNPROCESSABLE = 422;

    /**
     * After everybody who changes what is sent; only the narrative, which is made of the rest, comes later. Not the
     * greatest number there is: HAPI subtracts orders, and two that are too far apart come in any order.
     */
    private static final int LATE = 1_000_000;

    private final RecordValidator validator;
    private final TransactionValidation transactions;

    ValidationInterceptor(RecordValidator validator, TransactionValidation transactions) {
        this.validator = validator;
        this.transactions = transactions;
    }

    @Hook(Pointcut.STORAGE_TRANSACTION_PROCESSING)
    public void beforeTransaction(IBaseBundle bundle, @Nullable RequestDetails request) {
        if (request == null || !(bundle instanceof Bundle transaction)) {
            return;
        }
        WriteLedger ledger = WriteLedger.of(request);
        ledger.enter(transaction);
        if (transaction.getType() == Bundle.BundleType.TRANSACTION) {
            transactions.validate(transaction, ledger);
            List<Issue> issuesOfAll = transaction.getEntry().stream()
                    .map(Bundle.BundleEntryComponent::getResource)
                    .flatMap(resource -> ledger.findings(resource).stream()
                            .flatMap(issues -> inEntry(issues, ledger.entry(resource)).stream()))
                    .toList();
            refuse(issuesOfAll, request);
        }
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED, order = LATE)
    public void beforeCreate(IBaseResource resource, @Nullable RequestDetails request) {
        inspect((Resource) resource, Optional.empty(), request);
    }

    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = LATE)
    public void beforeUpdate(IBaseResource old, IBaseResource updated, @Nullable RequestDetails request) {
        inspect((Resource) updated, Optional.ofNullable((Resource) old), request);
    }

    private void inspect(Resource resource, Optional<Resource> old, @Nullable RequestDetails request) {
        if (request == null || isHousekeeping(resource, request)) {
            return;
        }
        WriteLedger ledger = WriteLedger.of(request);
        List<Issue> issues = ledger.findings(resource).orElseGet(() -> validator.validate(resource));
        ledger.record(resource, issues);
        refuse(inEntry(issues, ledger.entry(resource)), request);
        WarningTags.apply(resource, issues);
        old.ifPresent(previous -> WarningTags.replaceThoseOf(previous, resource, request));
    }

    /** Marks of ours, definitions that we ship and the state of subscriptions come from the server itself. */
    private static boolean isHousekeeping(Resource resource, RequestDetails request) {
        boolean ownState = resource instanceof MetadataResource || resource instanceof Subscription;
        return Upkeep.is(request) || (request instanceof SystemRequestDetails && ownState);
    }

    private static List<Issue> inEntry(List<Issue> issues, OptionalInt entry) {
        return entry.isEmpty()
                ? issues
                : issues.stream()
                        .map(issue -> issue.within("Bundle.entry[" + entry.getAsInt() + "].resource"))
                        .toList();
    }

    /** Whoever has to mend errors learns of the warnings in the same go. */
    private static void refuse(List<Issue> issues, RequestDetails request) {
        List<Issue> errors = new ArrayList<>(issues);
        errors.removeIf(issue -> !issue.refuses());
        if (!errors.isEmpty()) {
            throw new Refusal(UNPROCESSABLE, errors).rememberedBy(request);
        }
    }
}
