package org.manypaths.guide.page;

/**
 * A piece of a line.
 *
 * @param target where a link leads: below the guide, or another site when it starts with http; else empty
 */
public record Span(Kind kind, String text, String target) {

    /** How a piece is shown. */
    public enum Kind {
        TEXT,
        CODE,
        LINK,
        BADGE,
        /** Heard by those who listen to the page; those who see it have its place in the table. */
        HEARD,
        /** Shown in small, as an addition to what stands before it. */
        NOTE
    }

    static Span text(String text) {
        return new Span(Kind.TEXT, text, "");
    }

    static Span code(String text) {
        return new Span(Kind.CODE, text, "");
    }

    static Span badge(String text) {
        return new Span(Kind.BADGE, text, "");
    }

    static Span heard(String text) {
        return new Span(Kind.HEARD, text, "");
    }

    static Span note(String text) {
        return new Span(Kind.NOTE, text, "");
    }

    static Span link(String text, String target) {
        return new Span(Kind.LINK, text, target);
    }

    /** The address as a page writes it that lies {@code root} below the guide. */
    public String href(String root) {
        return leavesTheGuide() || target.startsWith("#") ? target : root + target;
    }

    public boolean leavesTheGuide() {
        return target.startsWith("http:") || target.startsWith("https:");
    }
}
