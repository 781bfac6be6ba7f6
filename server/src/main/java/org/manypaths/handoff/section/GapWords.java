package org.manypaths.handoff.section;

import java.time.OffsetDateTime;
import org.manypaths.handoff.gap.Gap;
import org.manypaths.handoff.gap.Outreach;

/** The gap between supply and first visit in sentences, told from the moment of the document. */
public final class GapWords {

    private GapWords() {}

    /** What ends when, and who is there then, for the sender, who knows all that is held. */
    public static String toTheSender(Gap.Open gap, OffsetDateTime asOf) {
        String none = gap.other()
                .map(at -> "no visit with the receiving side is booked; the one on " + Words.minute(at)
                        + " does not count, for its record names nobody of that side")
                .orElse("no visit is booked");
        return sentence(gap, asOf, none);
    }

    /** The same in the document, where of what is not told nothing is said. */
    static String sentence(Gap.Open gap, OffsetDateTime asOf) {
        return sentence(gap, asOf, "no visit with the receiving side is told here");
    }

    private static String sentence(Gap.Open gap, OffsetDateTime asOf, String none) {
        String end = gap.from()
                .map(from -> gap.medicine()
                        + (from.isBefore(asOf) ? " lasted until " : " lasts until ")
                        + Words.minute(from))
                .orElseGet(() -> "how long " + gap.medicine() + " lasts is not known");
        String visit = gap.visit()
                .map(at -> "the first visit is on " + Words.minute(at))
                .orElse(none);
        return "There is a gap: " + end + ", and " + visit + ".";
    }

    static String sentence(Outreach outreach) {
        return outreach.owner() + " looks for the person, who may be hard to reach and has done nothing wrong: by "
                + Words.joined(", by ", outreach.deadlines().stream().map(Words::minute)) + ".";
    }
}
