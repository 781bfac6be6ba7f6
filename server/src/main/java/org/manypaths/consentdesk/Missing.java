package org.manypaths.consentdesk;

import java.util.Map;
import org.manypaths.refusal.Issue;

/** What the law asks for and a form does not say, with the parameter that says it (42 CFR 2.31(a)). Pure. */
final class Missing {

    private static final String LAW =
            "The law asks for it (42 CFR 2.31(a)); without it the consent would let nothing go.";

    private static final Say SIGNED = new Say("signed", "Say signed with the day on the paper, as in 2026-01-09.");
    private static final Say PAPER =
            new Say("paper", "Say paper with what the signed document is called and where it is kept, as in folder 7.");
    private static final Say REVOCATION = new Say(
            "told",
            "Say told=revocation once the person was told that it can be taken back, how, and what was told before"
                    + " stays told.");
    private static final Say RECIPIENT = new Say(
            "recipient",
            "Say recipient with a reference to each organization, as in Organization/riverside, or"
                    + " treating-providers=true for whoever treats the person.");
    private static final Say SIGNER =
            new Say("signer", "Say signer with a reference to who signed; where nobody is named, the person did.");

    /** By the names that {@code org.manypaths.consent} has for what is missing. */
    private static final Map<String, Say> SAY = Map.ofEntries(
            Map.entry("the day it was signed", SIGNED),
            Map.entry("a signature", PAPER),
            Map.entry("that and how it can be revoked", REVOCATION),
            Map.entry("to whom", RECIPIENT),
            Map.entry(
                    "who may disclose",
                    new Say("discloser", "Say discloser with a reference, as in Organization/harbour-house.")),
            Map.entry(
                    "what information, in a way that can be checked",
                    new Say("label", "Say label with a kind of information that is not kept back, as in SUD.")),
            Map.entry("the purpose", new Say("purpose", "Say purpose with a code of v3-ActReason, as in TREAT.")),
            Map.entry(
                    "when or with what it ends",
                    new Say(
                            "ends",
                            "Say ends with a day, as in 2027-06-01, or ends-with=end-of-treatment, or ends-with=event"
                                    + " and the event in ends-with-words.")),
            Map.entry(
                    "what recipients may do with it afterwards",
                    new Say(
                            "told",
                            "Say told=redisclosure once the person was told what recipients may do with it"
                                    + " afterwards; a consent for all care asks for it.")),
            Map.entry(
                    "what follows from not signing",
                    new Say(
                            "told",
                            "Say told=consequences once the person was told what follows from not signing; a consent"
                                    + " for all care asks for it.")),
            Map.entry("a signature of the person themselves", SIGNER),
            Map.entry("a signature of a parent or guardian beside the person's", SIGNER),
            Map.entry(
                    "on what ground somebody signs for the person",
                    new Say("representative-basis", "Say representative-basis, as in guardian.")));

    private Missing() {}

    /** How one says it. */
    private record Say(String parameter, String remedy) {}

    /** @param element as the rules of consent name it */
    static Issue issue(String element) {
        String problem = "The consent does not say " + element + ".";
        Say say = SAY.get(element);
        return say == null
                ? DeskCode.INCOMPLETE.issue(problem, LAW)
                : DeskCode.INCOMPLETE.about(say.parameter(), problem, say.remedy() + " " + LAW);
    }
}
