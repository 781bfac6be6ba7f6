package org.manypaths.consent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The same law, written a second time from the paragraphs and not from {@link ConsentRules}: every ground is listed
 * with all that must hold for it, each judged on its own, and the first that holds is taken at the end.
 */
final class SlowReference {

    private final DisclosureRequest ask;
    private final List<ConsentRecord> consents;
    private final Relationships known;
    private final RecordFacts record;
    private final Caller caller;

    SlowReference(DisclosureRequest ask, List<ConsentRecord> consents, Relationships known) {
        this.ask = ask;
        this.consents = consents;
        this.known = known;
        this.record = ask.record();
        this.caller = ask.caller();
    }

    /** The bases that hold, in the order of the law; empty is a denial. */
    List<Basis> bases() {
        boolean note = record.kinds().contains(InformationKind.COUNSELLING_NOTE);
        boolean self = caller.person().isPresent() && caller.person().get().equals(record.person());
        boolean registered = caller.purposes().contains(ask.purpose());
        boolean proceedings = record.part2() && ask.purpose() == Purpose.PROCEEDINGS;
        boolean ordinary = registered && !note && !proceedings;
        boolean leaves = ordinary && !record.privateWords();
        boolean tpo =
                Set.of(Purpose.TREATMENT, Purpose.PAYMENT, Purpose.OPERATIONS).contains(ask.purpose());
        boolean careGiver =
                caller.kind() == RecipientKind.COVERED_ENTITY || caller.kind() == RecipientKind.PART2_PROGRAMME;
        boolean treats = known.treating().contains(caller.organization());
        boolean kept = keptBack();
        boolean document = known.documents().contains(ask.purpose());

        List<Basis> bases = new ArrayList<>();
        addIf(bases, self && !note, Basis.THE_PERSON);
        addIf(bases, ordinary && tpo && caller.programmes().contains(record.holder()), Basis.OWN_PROGRAMME);
        addIf(
                bases,
                registered
                        && note
                        && ask.purpose() == Purpose.TREATMENT
                        && record.author().isPresent()
                        && record.author().get().equals(caller.organization()),
                Basis.OWN_PROGRAMME);
        addIf(
                bases,
                leaves
                        && ask.purpose() == Purpose.OPERATIONS
                        && known.serviceOrganizations().contains(caller.organization()),
                Basis.SERVICE_ORGANISATION);
        addIf(bases, leaves && !kept && !record.part2() && tpo && careGiver && (treats || letOut()), Basis.NOT_PART2);
        boolean consentMaySpeak = registered && (note || proceedings || !record.privateWords());
        addIf(bases, consentMaySpeak && !kept && letOut(), Basis.WRITTEN_CONSENT);
        addIf(bases, leaves && emergency(), Basis.EMERGENCY);
        boolean receivedForCare = record.received().isPresent()
                && record.received().get() == RecordFacts.Received.TREATMENT_PAYMENT_OPERATIONS_CONSENT;
        addIf(bases, leaves && !kept && receivedForCare && tpo && careGiver && treats, Basis.REDISCLOSURE);
        boolean study = ask.purpose() == Purpose.RESEARCH || ask.purpose() == Purpose.AUDIT_AND_EVALUATION;
        addIf(bases, leaves && !kept && study && document, Basis.RECORDED_DOCUMENT);
        addIf(bases, registered && !note && proceedings && document, Basis.RECORDED_DOCUMENT);
        return bases;
    }

    private boolean emergency() {
        if (ask.purpose() != Purpose.EMERGENCY || ask.emergency().isEmpty()) {
            return false;
        }
        DisclosureRequest.Emergency emergency = ask.emergency().get();
        return emergency.person().equals(record.person())
                && !emergency.reason().isBlank()
                && ask.at().compareTo(emergency.until()) < 0;
    }

    private boolean keptBack() {
        for (ConsentRecord consent : consents) {
            for (ConsentScope scope : consent.denies()) {
                boolean touches = record.kinds().isEmpty();
                for (InformationKind kind : record.kinds()) {
                    touches |= scope.kinds().contains(kind);
                }
                boolean speaks = consent.keepsBackOf().isEmpty()
                        || consent.keepsBackOf().get().equals(record.holder());
                if (stands(consent) && speaks && touches && ofType(scope) && speaksOf(scope) && inTime(scope, true)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean letOut() {
        for (ConsentRecord consent : consents) {
            for (ConsentScope scope : consent.permits()) {
                boolean covers = !record.kinds().isEmpty();
                for (InformationKind kind : record.kinds()) {
                    covers &= scope.kinds().contains(kind);
                }
                boolean unlimited = scope.from().isEmpty() && scope.until().isEmpty();
                if (counts(consent)
                        && consent.discloser().contains(record.holder())
                        && covers
                        && ofType(scope)
                        && speaksOf(scope)
                        && inTime(scope, unlimited)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean ofType(ConsentScope scope) {
        for (String type : scope.types()) {
            if (type.equals(record.type())) {
                return true;
            }
        }
        return scope.types().size() == 0;
    }

    private boolean speaksOf(ConsentScope scope) {
        String organization = caller.organization();
        boolean reaches = scope.recipients() instanceof Recipients.Anybody;
        if (scope.recipients() instanceof Recipients.Named named) {
            reaches = named.organizations().contains(organization);
        } else if (scope.recipients() instanceof Recipients.TreatingProviders) {
            reaches = known.treating().contains(organization);
        } else if (scope.recipients() instanceof Recipients.ThroughIntermediary through) {
            if (organization.equals(through.intermediary())) {
                reaches = caller.kind() == RecipientKind.INTERMEDIARY;
            } else if (through.participants().isEmpty()) {
                reaches = known.treating().contains(organization);
            } else {
                reaches = through.participants().contains(organization);
            }
        }
        return reaches && scope.purposes().contains(ask.purpose());
    }

    private boolean inTime(ConsentScope scope, boolean whenUnknown) {
        if (record.recordedAt().isEmpty()) {
            return whenUnknown;
        }
        Instant at = record.recordedAt().get();
        boolean early = scope.from().isPresent() && at.compareTo(scope.from().get()) < 0;
        boolean late = scope.until().isPresent() && at.compareTo(scope.until().get()) >= 0;
        return !early && !late;
    }

    private boolean counts(ConsentRecord consent) {
        if (!inForce(consent)) {
            return false;
        }
        for (ConsentRecord other : consents) {
            if (inForce(other) && other.replaces().contains(consent.id())) {
                return false;
            }
        }
        return true;
    }

    /** A no is a no, whatever its paper lacks: from when it is given until it ends or is replaced. */
    private boolean stands(ConsentRecord consent) {
        if (!given(consent)) {
            return false;
        }
        for (ConsentRecord other : consents) {
            if (inForce(other) && other.replaces().contains(consent.id())) {
                return false;
            }
        }
        return true;
    }

    private boolean inForce(ConsentRecord consent) {
        return given(consent) && consent.missing().isEmpty() && standsAlone(consent);
    }

    private boolean given(ConsentRecord consent) {
        ConsentRecord.Lifecycle life = consent.lifecycle();
        boolean signed = life.signedAt().isPresent() && life.signedAt().get().compareTo(ask.at()) <= 0;
        boolean over = false;
        for (var end : List.of(life.expiresAt(), life.endedBy(), life.revokedAt())) {
            over |= end.isPresent() && end.get().compareTo(ask.at()) <= 0;
        }
        return consent.person().equals(record.person()) && signed && !over && !life.knownFalse();
    }

    private static boolean standsAlone(ConsentRecord consent) {
        boolean notes = false;
        boolean otherKinds = false;
        boolean proceedings = false;
        boolean otherPurposes = false;
        for (ConsentScope scope : consent.permits()) {
            for (InformationKind kind : scope.kinds()) {
                notes |= kind == InformationKind.COUNSELLING_NOTE;
                otherKinds |= kind != InformationKind.COUNSELLING_NOTE;
            }
            for (Purpose purpose : scope.purposes()) {
                proceedings |= purpose == Purpose.PROCEEDINGS;
                otherPurposes |= purpose != Purpose.PROCEEDINGS;
            }
        }
        return !(notes && otherKinds) && !(proceedings && otherPurposes);
    }

    private static void addIf(List<Basis> bases, boolean holds, Basis basis) {
        if (holds) {
            bases.add(basis);
        }
    }
}
