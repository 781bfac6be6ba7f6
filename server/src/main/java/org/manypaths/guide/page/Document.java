package org.manypaths.guide.page;

import java.util.List;

/**
 * Everything that the page of one entry says.
 *
 * @param lead what the entry is, as HTML that {@link Markdown} made
 */
public record Document(String lead, List<Fact> facts, List<Block> blocks) {

    public Document {
        blocks = blocks.stream().filter(block -> !block.isEmpty()).toList();
    }
}
