package org.manypaths.handoff.section;

/** Why there is no medicine, by the codes of {@code ihrp-no-medicine-reason}. */
enum NoMedicine {
    DECLINED("declined", "It was talked through, and the person declines for now; their words stand here."),
    NOT_INDICATED("not-indicated", "For the substances that the person tells of no medicine is approved."),
    ENDED("ended", "The one that was taken has ended, as told above."),
    NOT_OFFERED("not-offered", "None was offered, as far as it is recorded; the receiving side may.");

    private final String code;
    private final String sentence;

    NoMedicine(String code, String sentence) {
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
