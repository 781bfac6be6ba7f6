package org.manypaths.transition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.manypaths.conformance.Canonical;

/** Where a handoff stands in plain words, as our code system has them. */
enum BusinessStatus {
    /** Nothing that we know; also what only codes of others say. */
    UNSAID,
    SENT,
    RECEIVED,
    CONTACT_TRIED,
    NOT_YET_REACHED,
    VISIT_BOOKED,
    VISIT_MISSED,
    VISIT_KEPT,
    IN_CARE,
    DECLINED_BY_PERSON,
    /** Only the clock says it. */
    OVERDUE;

    /** Those that say no more than the status of the task does. */
    static final Set<BusinessStatus> NEUTRAL = Set.of(UNSAID, SENT, RECEIVED);

    /** Those with which nobody waits for anything any more. */
    static final Set<BusinessStatus> SETTLED = Set.of(VISIT_KEPT, IN_CARE, DECLINED_BY_PERSON);

    private static final String SYSTEM = Canonical.BASE + "/CodeSystem/ihrp-handoff-business-status";

    String code() {
        return this == UNSAID ? "none" : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static BusinessStatus of(CodeableConcept concept) {
        return concept.getCoding().stream()
                .filter(coding -> SYSTEM.equals(coding.getSystem()))
                .flatMap(coding ->
                        Arrays.stream(values()).filter(status -> status.code().equals(coding.getCode())))
                .findFirst()
                .orElse(UNSAID);
    }

    /** Whether it says no more than one thing in our words. */
    static boolean isOne(CodeableConcept concept) {
        return concept.getCoding().stream()
                        .filter(coding -> SYSTEM.equals(coding.getSystem()))
                        .count()
                <= 1;
    }

    CodeableConcept concept() {
        String words = code().replace('-', ' ');
        String display = Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return new CodeableConcept(new Coding(SYSTEM, code(), display));
    }
}
