package org.manypaths.guide;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.manypaths.guide.page.Markdown;

/**
 * A text that was written by hand: a page of the guide, or the story of a person.
 *
 * @param name by which its page is found
 * @param beginning its first paragraph as plain text
 * @param headings those of its parts
 * @param body the text in Markdown, without its title
 */
public record Article(String name, String title, String beginning, List<Heading> headings, String body) {

    private static final Parser PARSER = Parser.builder().build();

    /** The heading of one part, and what links lead to it by. */
    public record Heading(String title, String anchor) {}

    static Article of(String name, String markdown) {
        Node document = PARSER.parse(markdown);
        String title = name;
        String body = markdown;
        if (document.getFirstChild() instanceof org.commonmark.node.Heading heading && heading.getLevel() == 1) {
            title = words(heading);
            body = markdown.stripLeading().replaceFirst(".*\\R?", "");
        }
        return new Article(name, title, beginning(document), headings(document), body);
    }

    private static List<Heading> headings(Node document) {
        List<Heading> headings = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(org.commonmark.node.Heading heading) {
                if (heading.getLevel() == 2) {
                    headings.add(new Heading(words(heading), Markdown.anchor(heading)));
                }
            }
        });
        return List.copyOf(headings);
    }

    private static String beginning(Node document) {
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Paragraph) {
                return words(node);
            }
        }
        return "";
    }

    private static String words(Node node) {
        StringBuilder words = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                words.append(code.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak softLineBreak) {
                words.append(' ');
            }
        });
        return words.toString().strip();
    }
}
