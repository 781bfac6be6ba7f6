package org.manypaths.guide.catalogue;

/**
 * One thing that has a page: a definition of the guide, or a resource of an example.
 *
 * @param url the canonical URL, empty for an example
 * @param summary what it is, in Markdown; may be empty
 * @param json the resource as the package holds it
 */
public record Entry(Section section, String type, String id, String url, String title, String summary, String json) {

    /** Where its page is, below the guide. */
    public String path() {
        return type + "/" + id;
    }

    public boolean isExample() {
        return section == Section.EXAMPLE;
    }
}
