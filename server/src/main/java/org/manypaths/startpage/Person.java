package org.manypaths.startpage;

/**
 * Somebody whose story the server tells.
 *
 * @param name the name that the person goes by
 * @param story the first sentences about the person
 * @param record a command that brings everything that is kept about the person
 */
public record Person(String name, String story, String record) {}
