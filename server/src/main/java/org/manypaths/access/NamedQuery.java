package org.manypaths.access;

/**
 * A named query ({@code _query}, R4 3.1.1.5.5) that gathers what it finds in the name of its caller, record by record;
 * each capability declares its own as beans. A search by any other name is refused.
 *
 * @param type the resource type that it finds
 * @param name as in {@code _query}
 */
public record NamedQuery(String type, String name) {}
