package org.manypaths.handoff.section;

import java.util.List;

/** A piece of what a section says, in words and without markup, so that any writer can set it. */
public sealed interface Block {

    /** One or more full sentences by the server. */
    record Say(String sentence) implements Block {}

    /** What somebody said, in their own words. */
    record Quote(String words, String who) implements Block {}

    /** Something with a heading of its own, as pairs of name and value. */
    record Facts(String heading, List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** A name and its value. */
    record Fact(String name, String value) {}

    /** Rows of equal length below their names. */
    record Grid(String caption, List<String> columns, List<List<String>> rows) implements Block {
        public Grid {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }
}
