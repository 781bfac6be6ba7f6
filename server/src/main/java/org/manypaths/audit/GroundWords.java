package org.manypaths.audit;

import org.manypaths.consent.Basis;

/** Why something was given out, in words. Pure. */
final class GroundWords {

    private GroundWords() {}

    static String of(Disclosure disclosure) {
        return disclosure.basis().map(Basis::valueOf).map(GroundWords::of).orElse("not recorded")
                + disclosure.consent().map(id -> " (Consent/" + id + ")").orElse("");
    }

    private static String of(Basis basis) {
        return switch (basis) {
            case NOT_PART2 -> "these records do not come from a substance use programme";
            case OWN_PROGRAMME -> "your own programme";
            case SERVICE_ORGANISATION -> "an organisation that works for your programme";
            case THE_PERSON -> "you asked yourself";
            case WRITTEN_CONSENT -> "your written consent";
            case REDISCLOSURE -> "passed on by one to whom you had consented";
            case EMERGENCY -> "a medical emergency";
            case RECORDED_DOCUMENT -> "a court order, research or audit for which a document is on file";
        };
    }
}
