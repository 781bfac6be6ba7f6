package org.manypaths.handoff.section;

import java.util.List;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;

/**
 * Sets the words of a section as the XHTML of its text. Nothing in it can do more than be read.
 *
 * <p>No element has two attributes: their order is nobody's promise, and a digest would not survive another one.
 */
public final class SectionNarrative {

    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    private SectionNarrative() {}

    public static Narrative of(List<Block> blocks) {
        XhtmlNode div = new XhtmlNode(NodeType.Element, "div");
        div.setAttribute("xmlns", XHTML);
        blocks.forEach(block -> write(div, block));
        Narrative narrative = new Narrative();
        narrative.setStatus(NarrativeStatus.GENERATED);
        narrative.setDiv(div);
        return narrative;
    }

    private static void write(XhtmlNode div, Block block) {
        if (block instanceof Block.Say say) {
            div.addTag("p").addText(Words.undirected(say.sentence()));
        } else if (block instanceof Block.Quote quote) {
            XhtmlNode p = div.addTag("blockquote").addTag("p");
            p.addText(Words.undirected("“" + quote.words() + "”" + (quote.who().isEmpty() ? "" : " — " + quote.who())));
        } else if (block instanceof Block.Facts facts) {
            write(div, facts);
        } else if (block instanceof Block.Grid grid) {
            write(div, grid);
        }
    }

    private static void write(XhtmlNode div, Block.Facts facts) {
        if (!facts.heading().isEmpty()) {
            div.addTag("p").addTag("b").addText(Words.undirected(facts.heading()));
        }
        XhtmlNode list = div.addTag("ul");
        for (Block.Fact fact : facts.facts()) {
            XhtmlNode item = list.addTag("li");
            item.addTag("b").addText(fact.name() + ": ");
            item.addText(Words.undirected(fact.value()));
        }
    }

    private static void write(XhtmlNode div, Block.Grid grid) {
        XhtmlNode table = div.addTag("table");
        table.addTag("caption").addText(grid.caption());
        XhtmlNode head = table.addTag("thead").addTag("tr");
        grid.columns()
                .forEach(
                        column -> head.addTag("th").setAttribute("scope", "col").addText(column));
        XhtmlNode body = table.addTag("tbody");
        for (List<String> row : grid.rows()) {
            XhtmlNode line = body.addTag("tr");
            // An empty cell has two ways to be written, and a digest knows only one.
            row.forEach(cell -> line.addTag("td").addText(cell.isEmpty() ? "–" : Words.undirected(cell)));
        }
    }
}
