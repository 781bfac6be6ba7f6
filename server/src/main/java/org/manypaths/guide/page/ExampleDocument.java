package org.manypaths.guide.page;

import java.util.ArrayList;
import java.util.List;

/** An example: first as people read it, which is how the server tells it when it is stored; then element by element. */
class ExampleDocument implements Description {

    private final Description content;
    private final String narrative;

    /**
     * The document.
     *
     * @param narrative the XHTML that the server writes into the resource
     */
    ExampleDocument(Description content, String narrative) {
        this.content = content;
        this.narrative = narrative;
    }

    @Override
    public List<Fact> facts() {
        return content.facts();
    }

    @Override
    public List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.prose("As people read it", "<div class=\"narrative\">" + narrative + "</div>"));
        blocks.addAll(content.blocks());
        return blocks;
    }
}
