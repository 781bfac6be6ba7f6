package org.manypaths.consent;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.manypaths.consent.Decision.Reason;

/**
 * Decides whether a record may be given out, and on what legal basis.
 *
 * <p>Thread-safe and without state. Bases are tried in a fixed order; the first that holds is the answer. What bars a
 * disclosure whatever its basis is asked first.
 */
public final class ConsentRules {

    private ConsentRules() {}

    /**
     * The decision on one request.
     *
     * @param consents all consents of the record's person, in any state
     */
    public static Decision decide(
            DisclosureRequest request, List<ConsentRecord> consents, Relationships relationships) {
        if (isOwn(request)) {
            return Decision.permit(Basis.THE_PERSON);
        }
        if (!request.caller().purposes().contains(request.purpose())) {
            return Decision.deny(Reason.PURPOSE_NOT_REGISTERED);
        }
        if (request.record().isCounsellingNote()) {
            return decideCounsellingNote(request, consents, relationships);
        }
        return decideRecord(request, consents, relationships);
    }

    /**
     * Whether {@link Relationships#treating} can change the decision; whoever decides may leave it empty otherwise.
     *
     * @param consents as for the decision
     */
    public static boolean asksWhoTreats(RecordFacts record, List<ConsentRecord> consents) {
        return !record.part2()
                || record.received().isPresent()
                || consents.stream()
                        .flatMap(consent -> Stream.concat(consent.permits().stream(), consent.denies().stream()))
                        .anyMatch(scope -> scope.recipients().asksWhoTreats());
    }

    private static Decision decideRecord(
            DisclosureRequest request, List<ConsentRecord> consents, Relationships relationships) {
        RecordFacts record = request.record();
        if (record.part2() && request.purpose() == Purpose.PROCEEDINGS) {
            return decideProceedings(request, consents, relationships);
        }
        if (isWithinProgramme(request)) {
            return Decision.permit(Basis.OWN_PROGRAMME);
        }
        if (record.privateWords()) {
            return Decision.deny(Reason.PRIVATE_WORDS);
        }
        if (isServiceOrganization(request, relationships)) {
            return Decision.permit(Basis.SERVICE_ORGANISATION);
        }
        return decideOutside(request, byConsent(request, consents, relationships), relationships);
    }

    /**
     * Outside the programme. What the person keeps back stays back on every ground but a medical emergency; and a
     * record that is not under Part 2 is never said to rest on a consent, for the notice would mark it as one that is.
     */
    private static Decision decideOutside(DisclosureRequest request, Decision byConsent, Relationships relationships) {
        boolean denied = byConsent.equals(Decision.deny(Reason.DENIED_BY_CONSENT));
        if (!denied && isNotPart2(request) && (byConsent.isPermit() || isTreating(request, relationships))) {
            return Decision.permit(Basis.NOT_PART2);
        }
        if (byConsent.isPermit()) {
            return byConsent;
        }
        if (isEmergency(request)) {
            return Decision.permit(Basis.EMERGENCY);
        }
        if (denied) {
            return byConsent;
        }
        if (isRedisclosure(request) && isTreating(request, relationships)) {
            return Decision.permit(Basis.REDISCLOSURE);
        }
        return isDocumented(request, relationships) ? Decision.permit(Basis.RECORDED_DOCUMENT) : byConsent;
    }

    /** 42 CFR 2.12(d)(1), 2.31(d): only a consent for proceedings, or a court's order that an operator recorded. */
    private static Decision decideProceedings(
            DisclosureRequest request, List<ConsentRecord> consents, Relationships relationships) {
        Decision byConsent = byConsent(request, consents, relationships);
        if (byConsent.isPermit()) {
            return byConsent;
        }
        return relationships.documents().contains(Purpose.PROCEEDINGS)
                ? Decision.permit(Basis.RECORDED_DOCUMENT)
                : Decision.deny(Reason.PROCEEDINGS);
    }

    /** 42 CFR 2.11, 2.31(b): its originator for treatment, or a consent of its own. */
    private static Decision decideCounsellingNote(
            DisclosureRequest request, List<ConsentRecord> consents, Relationships relationships) {
        boolean originator = request.record()
                .author()
                .filter(request.caller().organization()::equals)
                .isPresent();
        if (originator && request.purpose() == Purpose.TREATMENT) {
            return Decision.permit(Basis.OWN_PROGRAMME);
        }
        return byConsent(request, consents, relationships);
    }

    private static Decision byConsent(
            DisclosureRequest request, List<ConsentRecord> consents, Relationships relationships) {
        List<ConsentRecord> ofThePerson = consents.stream()
                .filter(consent -> consent.person().equals(request.record().person()))
                .toList();
        List<ConsentRecord> inForce = ofThePerson.stream()
                .filter(consent -> ConsentState.at(consent, request.at()) == ConsentState.IN_FORCE)
                .toList();
        Set<String> replaced =
                inForce.stream().flatMap(consent -> consent.replaces().stream()).collect(Collectors.toSet());
        boolean denied = ofThePerson.stream()
                .filter(consent -> ConsentState.keepsBack(consent, request.at()))
                .filter(consent -> !replaced.contains(consent.id()))
                .filter(consent -> consent.keepsBackRecordsOf(request.record().holder()))
                .flatMap(consent -> consent.denies().stream())
                .anyMatch(scope -> ScopeRules.denies(scope, request, relationships));
        if (denied) {
            return Decision.deny(Reason.DENIED_BY_CONSENT);
        }
        List<ConsentRecord> standing = inForce.stream()
                .filter(consent -> !replaced.contains(consent.id()))
                .toList();
        return permitting(standing, request, relationships)
                .map(consent -> Decision.permitByConsent(consent.id()))
                .orElse(Decision.deny(Reason.NO_BASIS));
    }

    private static Optional<ConsentRecord> permitting(
            List<ConsentRecord> standing, DisclosureRequest request, Relationships relationships) {
        return standing.stream()
                .filter(consent -> consent.discloser().contains(request.record().holder()))
                .filter(consent ->
                        consent.permits().stream().anyMatch(scope -> ScopeRules.permits(scope, request, relationships)))
                .findFirst();
    }

    private static boolean isOwn(DisclosureRequest request) {
        return request.caller()
                        .person()
                        .filter(request.record().person()::equals)
                        .isPresent()
                && !request.record().isCounsellingNote();
    }

    private static boolean isWithinProgramme(DisclosureRequest request) {
        return request.caller().programmes().contains(request.record().holder())
                && request.purpose().isTreatmentPaymentOrOperations();
    }

    /** 45 CFR 164.506(c): for those who care for the person too, or whom the person chose; others have no need of it. */
    private static boolean isNotPart2(DisclosureRequest request) {
        return !request.record().part2()
                && request.purpose().isTreatmentPaymentOrOperations()
                && isCovered(request.caller());
    }

    private static boolean isTreating(DisclosureRequest request, Relationships relationships) {
        return relationships.treating().contains(request.caller().organization());
    }

    private static boolean isCovered(Caller caller) {
        return caller.kind() == RecipientKind.COVERED_ENTITY || caller.kind() == RecipientKind.PART2_PROGRAMME;
    }

    private static boolean isServiceOrganization(DisclosureRequest request, Relationships relationships) {
        return relationships.serviceOrganizations().contains(request.caller().organization())
                && request.purpose() == Purpose.OPERATIONS;
    }

    private static boolean isEmergency(DisclosureRequest request) {
        return request.purpose() == Purpose.EMERGENCY
                && request.emergency()
                        .filter(emergency ->
                                emergency.person().equals(request.record().person()))
                        .filter(emergency -> !emergency.reason().isBlank())
                        .filter(emergency -> request.at().isBefore(emergency.until()))
                        .isPresent();
    }

    /** 42 CFR 2.33(b)(1): what a covered entity received under one consent for all care, it may pass on under HIPAA; to those who treat. */
    private static boolean isRedisclosure(DisclosureRequest request) {
        return request.record()
                        .received()
                        .filter(RecordFacts.Received.TREATMENT_PAYMENT_OPERATIONS_CONSENT::equals)
                        .isPresent()
                && request.purpose().isTreatmentPaymentOrOperations()
                && isCovered(request.caller());
    }

    private static boolean isDocumented(DisclosureRequest request, Relationships relationships) {
        return (request.purpose() == Purpose.RESEARCH || request.purpose() == Purpose.AUDIT_AND_EVALUATION)
                && relationships.documents().contains(request.purpose());
    }
}
