package org.manypaths.guide.catalogue;

/**
 * A place where one entry names another by its canonical URL.
 *
 * @param user the entry that names the other
 * @param where the element of a profile at which it does so, or the property that names it
 */
public record Use(Entry user, String where) {}
