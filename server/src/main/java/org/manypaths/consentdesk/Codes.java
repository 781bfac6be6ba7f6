package org.manypaths.consentdesk;

import java.util.List;
import java.util.Optional;
import org.manypaths.refusal.Issue;

/**
 * The codes that a parameter of the desk can have.
 *
 * @param noun what one of them is
 */
record Codes(String noun, List<String> all) {

    /** Of v3-ActReason, those that the server decides by. */
    static final Codes PURPOSE = new Codes(
            "purpose",
            List.of(
                    "TREAT",
                    "CAREMGT",
                    "COC",
                    "HPAYMT",
                    "HOPERAT",
                    "HQUALIMP",
                    "PATRQT",
                    "ETREAT",
                    "ERTREAT",
                    "BTG",
                    "HRESCH",
                    "CLINTRCH"));

    /** Of v3-ActCode, those that speak of a kind of information. */
    static final Codes LABEL = new Codes(
            "kind of information",
            List.of(
                    "42CFRPart2",
                    "SUD",
                    "ETH",
                    "ETHUD",
                    "OPIOIDUD",
                    "PSY",
                    "MH",
                    "BH",
                    "HIV",
                    "SDV",
                    "PSYTHPN",
                    "HIPAAPsyNotes"));

    /** Of ihrp-consent-statement. */
    static final Codes TOLD =
            new Codes("statement", List.of("revocation", "redisclosure", "consequences", "proceedings"));

    /** Of ihrp-consent-expiry. */
    static final Codes END = new Codes("end", List.of("event", "end-of-treatment", "none"));

    /** Of ihrp-representative-basis. */
    static final Codes GROUND =
            new Codes("ground", List.of("parent", "guardian", "health-care-agent", "executor", "other"));

    /** What is wrong with a code; empty where it is one of these. */
    Optional<Issue> problem(String parameter, String code) {
        return all.contains(code) ? Optional.empty() : Optional.of(unknown(parameter, code));
    }

    Issue unknown(String parameter, String code) {
        return DeskCode.PARAMETER.about(
                parameter,
                "There is no " + noun + " " + code + ".",
                "Say " + parameter + " as one of " + String.join(", ", all) + ", spelled like that.");
    }
}
