package org.manypaths.reception;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.address.PublicAddress;
import org.manypaths.conformance.Canonical;
import org.manypaths.consent.ConsentReader;
import org.manypaths.consent.Purpose;
import org.manypaths.handoff.gate.DisclosureGate;
import org.manypaths.handoff.gate.Passage;
import org.manypaths.handoff.gate.Question;
import org.manypaths.refusal.Blank;

/**
 * Whether the consent that a document carries lets this organization have what is in it, as of now (42 CFR 2.31, 2.33).
 *
 * <p>The sender decided that before it sent. It is decided again where the document arrives: it may have lain, it may
 * have come to the wrong door, and nobody keeps what a person took back.
 */
class ConsentCheck {

    private static final String SCOPE = Canonical.BASE + "/StructureDefinition/ihrp-consent-scope";
    private static final String NOTICE = Canonical.BASE + "/StructureDefinition/ihrp-redisclosure-notice";

    private static final String ENDED = " A consent in it is known on this server, where it is not in force any more.";

    private final DisclosureGate gate;
    private final StandingConsents standing;
    private final StandingDenials denials;
    private final PublicAddress address;

    ConsentCheck(DisclosureGate gate, StandingConsents standing, StandingDenials denials, PublicAddress address) {
        this.gate = gate;
        this.standing = standing;
        this.denials = denials;
        this.address = address;
    }

    /** @throws org.manypaths.refusal.Refusal naming each record that may not be here */
    void require(Arrived arrived, Organization receiver, OffsetDateTime now) {
        if (!isProtected(arrived)) {
            return;
        }
        Organization named = arrived.known(receiver, address.fhirBase())
                .orElseThrow(() -> ReceptionCode.NOT_ADDRESSED.refusal(
                        "The document names no organization that is yours.",
                        "It goes to the organization that the person's consent names, known by a business identifier that"
                                + " yours has too; ask the sender."));
        List<Resource> denied = denials.of(arrived, receiver.getIdElement().getIdPart(), now);
        if (arrived.all(Consent.class).findAny().isEmpty()) {
            requireScope(arrived);
            requireNone(denied.stream().map(arrived::path).toList(), "", arrived);
            return;
        }
        List<Resource> records = List.copyOf(arrived.entries().values());
        String sender = arrived.sender().map(ConsentCheck::id).orElse("");
        if (sender.equals(id(named))) {
            throw ReceptionCode.CONSENT.refusal(List.of(ReceptionCode.CONSENT.issue(
                    "The document names your own organization as its custodian, and so it does not say who hands over.",
                    "Ask the sender to put its own organization there; nothing was kept here.",
                    "Bundle.entry[0].resource.custodian")));
        }
        List<Consent> ended = standing.ended(arrived, receiver.getIdElement().getIdPart(), now.toInstant());
        Passage passage = gate.open(
                new Question(
                        id(arrived.person()), sender, id(named), Purpose.TREATMENT, Optional.empty(), Set.of(), now),
                records.stream().filter(record -> !ended.contains(record)).toList());
        List<String> kept = records.stream()
                .filter(record -> !(record instanceof Composition || record instanceof Provenance))
                .filter(record -> !(record instanceof Consent))
                .filter(record -> !passage.lets(record) || denied.contains(record))
                .map(arrived::path)
                .toList();
        requireNone(kept, ended.isEmpty() ? otherDiscloser(arrived, sender) : ENDED, arrived);
    }

    /** Whether a consent in it is missing or one that stands here keeps something back, the answer is the same. */
    private static void requireNone(List<String> kept, String reason, Arrived arrived) {
        if (!kept.isEmpty()) {
            throw ReceptionCode.CONSENT.refusal(List.of(ReceptionCode.CONSENT.issue(
                    "No consent in the document that is in force lets " + records(kept.size()) + " of it go from "
                            + arrived.sender().map(Organization::getName).orElse("a sender whom it does not name")
                            + " to your organization." + reason,
                    "Ask the sender whether the person has signed another consent; nothing was kept here.",
                    kept)));
        }
    }

    private static String records(int count) {
        return count == 1 ? "one record" : count + " records";
    }

    /** The fault that a sender can mend without the person: the document is signed off by somebody else than consented. */
    private static String otherDiscloser(Arrived arrived, String sender) {
        Set<String> disclosers = arrived.all(Consent.class)
                .flatMap(consent -> ConsentReader.read(consent).discloser().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return disclosers.isEmpty() || disclosers.contains(sender)
                ? ""
                : " Its consents let " + String.join(", ", disclosers) + " tell, and "
                        + (sender.isEmpty()
                                ? "the document has no custodian."
                                : "the custodian of the document is " + sender + ".");
    }

    /**
     * A consent that keeps something back does not travel; what it lets out is told in its place, with the notice
     * (42 CFR 2.32). It is told in words, for people: what a program can see of it is that it stands there.
     */
    private static void requireScope(Arrived arrived) {
        boolean told = Optional.ofNullable(arrived.composition().getExtensionByUrl(SCOPE))
                .map(scope -> scope.getExtensionString("scope"))
                .filter(words -> !Blank.is(words))
                .isPresent();
        if (!told || !arrived.composition().hasExtension(NOTICE)) {
            throw ReceptionCode.CONSENT.refusal(
                    "The document carries neither the person's consent nor what it lets go.",
                    "Ask the sender for a document that rests on a consent; nothing was kept here.");
        }
    }

    /** What tells in our way always is; a document of others is where any label in it says so. */
    private static boolean isProtected(Arrived arrived) {
        return arrived.tellsInOurWay()
                || arrived.isUnderPart2()
                || arrived.entries().values().stream()
                        .flatMap(record -> record.getMeta().getSecurity().stream())
                        .map(Coding::getCode)
                        .anyMatch("42CFRPart2"::equals);
    }

    private static String id(Resource resource) {
        return String.valueOf(resource.getIdElement().getIdPart());
    }
}
