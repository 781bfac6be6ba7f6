package org.manypaths.narrative;

import java.util.List;

/**
 * What a resource says, ready to be laid out: in its narrative, on a page, on paper.
 *
 * @param title what kind of record it is
 * @param alerts what must be read before anything else
 * @param words the words of the person, before what others made of them
 * @param says the record in a sentence or two
 * @param facts everything else by its name
 */
public record Account(String title, List<String> alerts, List<Quote> words, List<String> says, List<Fact> facts) {

    /**
     * Words as they were said.
     *
     * @param by who said them and when, where that is recorded with the words; may be empty
     */
    public record Quote(String words, String by) {}

    /** A named piece of the record. */
    public record Fact(String name, List<String> values) {}
}
