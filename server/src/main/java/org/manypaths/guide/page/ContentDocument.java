package org.manypaths.guide.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.manypaths.guide.catalogue.Entry;

/** A resource by its content: an example, or a definition of a kind that has no words of its own here. */
class ContentDocument implements Description {

    private final Entry entry;
    private final JsonNode resource;
    private final Links links;
    private final Codes codes;

    ContentDocument(Entry entry, JsonNode resource, Links links, Codes codes) {
        this.entry = entry;
        this.resource = resource;
        this.links = links;
        this.codes = codes;
    }

    @Override
    public List<Fact> facts() {
        List<Line> profiles = new ArrayList<>();
        resource.path("meta").path("profile").forEach(url -> profiles.add(Line.of(links.canonical(url.asText()))));
        return profiles.isEmpty() ? List.of() : List.of(new Fact("Follows", profiles));
    }

    @Override
    public List<Block> blocks() {
        return List.of(
                Block.table("Content", ContentTable.of("Content of " + entry.title(), resource, codes)),
                Block.source("As JSON", entry.json()));
    }
}
