package org.manypaths.guide.page;

import java.util.List;

/** One line of a cell. */
public record Line(List<Span> spans) {

    static Line of(Span... spans) {
        return new Line(List.of(spans));
    }

    static Line text(String text) {
        return of(Span.text(text));
    }
}
