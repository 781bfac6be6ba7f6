package org.manypaths.handoff;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.manypaths.handoff.HandoffAssembler.Assembled;
import org.manypaths.refusal.Issue;
import org.manypaths.refusal.Refusal;
import org.manypaths.validation.RecordValidator;

/** Makes a document, holds what is new in it to its profiles, and files what has to be on file before it leaves. */
class HandoffSender {

    private static final int INTERNAL = 500;

    private final HandoffAssembler assembler;
    private final RecordValidator validator;
    private final HandoffFiles files;

    HandoffSender(HandoffAssembler assembler, RecordValidator validator, HandoffFiles files) {
        this.assembler = assembler;
        this.validator = validator;
        this.files = files;
    }

    Bundle send(HandoffRequest request, PersonRecord record, RequestDetails caller) {
        Assembled assembled = assembler.assemble(request, record);
        Bundle document = assembled.document();
        List<Issue> faults = assembled.written().stream()
                .flatMap(resource -> validator.validate(resource).stream())
                .filter(Issue::refuses)
                .toList();
        if (!faults.isEmpty()) {
            throw new Refusal(INTERNAL, faults);
        }
        if (request.persist()) {
            files.requireSeen(document, request, record, caller);
        }
        files.file(document, request, record, caller);
        return document;
    }
}
