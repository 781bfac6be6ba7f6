package org.manypaths.guide.page;

import java.util.List;
import org.springframework.web.util.HtmlUtils;

/**
 * Makes HTML of lines; templates hold everything else.
 *
 * <p>A profile has thousands of pieces of lines, too many for the expressions of a template. Whatever comes from a
 * definition is escaped here.
 */
public final class LineRenderer {

    /** The lines of a cell on a page from which {@code root} leads to the guide's start. */
    public String html(List<Line> lines, String root) {
        StringBuilder html = new StringBuilder();
        for (Line line : lines) {
            html.append("<span class=\"line\">");
            line.spans().forEach(span -> html.append(html(span, root)));
            html.append("</span>");
        }
        return html.toString();
    }

    private static String html(Span span, String root) {
        String text = escaped(span.text());
        return switch (span.kind()) {
            case TEXT -> text;
            case CODE -> "<code>" + text + "</code>";
            case BADGE -> "<span class=\"badge\">" + text + "</span>";
            case HEARD -> "<span class=\"heard\">" + text + "</span>";
            case NOTE -> "<span class=\"note\">" + text + "</span>";
            case LINK ->
                "<a href=\"" + escaped(span.href(root)) + "\"" + (span.leavesTheGuide() ? " rel=\"external\"" : "")
                        + ">" + text + "</a>";
        };
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
