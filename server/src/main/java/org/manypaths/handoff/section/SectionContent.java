package org.manypaths.handoff.section;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Resource;
import org.manypaths.handoff.gate.Passage;

/**
 * What a section says and holds.
 *
 * @param emptyReason why there are no entries; empty where there are some
 * @param extensions what a program has to read in the section that no entry says
 */
public record SectionContent(
        List<Block> text, List<Resource> entries, Optional<EmptyReason> emptyReason, List<Extension> extensions) {

    public SectionContent {
        text = List.copyOf(text);
        entries = List.copyOf(entries);
        extensions = List.copyOf(extensions);
    }

    /** The same, with what a note says of the section at its head. */
    SectionContent stated(Statements.Statement statement) {
        List<Block> words = new ArrayList<>(List.of(new Block.Say(statement.sentence())));
        words.addAll(text);
        return new SectionContent(words, entries, Optional.of(statement.reason()), extensions);
    }

    static Draft draft() {
        return new Draft();
    }

    /** A section that is being written. */
    static final class Draft {

        private final List<Block> text = new ArrayList<>();
        private final Map<String, Resource> entries = new LinkedHashMap<>();
        private final List<Extension> extensions = new ArrayList<>();

        Draft say(String sentence) {
            text.add(new Block.Say(sentence));
            return this;
        }

        Draft quote(String words, String who) {
            text.add(new Block.Quote(words, who));
            return this;
        }

        Draft facts(String heading, List<Block.Fact> facts) {
            text.add(new Block.Facts(heading, facts));
            return this;
        }

        /** A table without rows says nothing and is left out. */
        Draft grid(String caption, List<String> columns, List<List<String>> rows) {
            if (!rows.isEmpty()) {
                text.add(new Block.Grid(caption, columns, rows));
            }
            return this;
        }

        Draft entry(Resource resource) {
            entries.put(Passage.key(resource), resource);
            return this;
        }

        Draft entries(Iterable<? extends Resource> resources) {
            resources.forEach(this::entry);
            return this;
        }

        Draft extension(Extension extension) {
            extensions.add(extension);
            return this;
        }

        boolean isEmpty() {
            return entries.isEmpty();
        }

        /** For the one section whose words stand by themselves. */
        SectionContent inWords() {
            return new SectionContent(text, List.copyOf(entries.values()), Optional.empty(), extensions);
        }

        /** @param otherwise why there are no entries, should there be none */
        SectionContent done(EmptyReason otherwise) {
            return new SectionContent(
                    text,
                    List.copyOf(entries.values()),
                    entries.isEmpty() ? Optional.of(otherwise) : Optional.empty(),
                    extensions);
        }
    }
}
