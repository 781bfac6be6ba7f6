package org.manypaths.guide.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.manypaths.guide.catalogue.Catalogue;
import org.manypaths.guide.catalogue.Entry;

/**
 * Texts of the guide's authors as HTML: tables with heads, links to the guide's own pages, no HTML of their own.
 *
 * <p>A word set as code that is the id of a definition becomes a link to it, so that authors write its name and
 * readers can follow. Safe for all threads.
 */
public final class Markdown {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());

    private static final Pattern FILE = Pattern.compile("(?:.*/)?([A-Z][A-Za-z]+)-([A-Za-z0-9.-]+?)\\.(?:json|html)");

    private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> Markdown::describe)
            .build();
    private final Catalogue catalogue;

    public Markdown(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The HTML of a text.
     *
     * @param root what leads from the page to the guide's start, such as {@code ../}
     * @param headings by how many levels the text's headings move down below those of the page
     */
    public String html(String text, String root, int headings) {
        Node document = parser.parse(text);
        document.accept(new Rewriting(root, headings));
        return renderer.render(document);
    }

    private static void describe(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof TableCell && tag.equals("th")) {
            attributes.put("scope", "col");
        } else if (node instanceof Heading heading) {
            attributes.put("id", anchor(heading));
        } else if (node instanceof Link link) {
            attributes.remove("rel");
            if (link.getDestination().startsWith("http")) {
                attributes.put("rel", "external");
            }
        }
    }

    /** What a heading can be linked by. */
    public static String anchor(Heading heading) {
        StringBuilder words = new StringBuilder();
        heading.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }
        });
        return words.toString().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    }

    /** Authors link to a file of the project, to a page by its name, or to the page itself. */
    private String path(String target) {
        Matcher file = FILE.matcher(target);
        if (file.matches()) {
            String path = file.group(1) + "/" + file.group(2);
            return catalogue.at(path).map(Entry::path).orElse(target);
        }
        return target;
    }

    /** Turns names into links, and moves headings to where they stand on the page. */
    private final class Rewriting extends AbstractVisitor {

        private final String root;
        private final int headings;

        Rewriting(String root, int headings) {
            this.root = root;
            this.headings = headings;
        }

        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(heading.getLevel() + headings, 6));
            visitChildren(heading);
        }

        @Override
        public void visit(Link link) {
            String target = link.getDestination();
            if (!target.startsWith("#") && !target.contains(":")) {
                link.setDestination(root + path(target));
            }
        }

        @Override
        public void visit(Code code) {
            String name = code.getLiteral();
            catalogue.byId(name).or(() -> catalogue.at(name)).map(Entry::path).ifPresent(path -> {
                Link link = new Link(root + path, null);
                code.insertAfter(link);
                link.appendChild(code);
            });
        }
    }
}
