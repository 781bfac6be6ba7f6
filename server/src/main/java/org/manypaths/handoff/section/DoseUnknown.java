package org.manypaths.handoff.section;

/** Why the last dose given is not told, by the codes of {@code ihrp-supply-unknown}; {@code withheld} would tell of it. */
enum DoseUnknown {
    NOT_GIVEN_HERE("not-given-here", "no dose under this order is recorded as given at the sending side."),
    GIVEN_ELSEWHERE("given-elsewhere", "it was given elsewhere; the number to verify knows more."),
    NOT_RECORDED("not-recorded", "it was given, its time was not recorded.");

    private final String code;
    private final String sentence;

    DoseUnknown(String code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    String code() {
        return code;
    }

    String sentence() {
        return sentence;
    }
}
