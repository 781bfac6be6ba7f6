package org.manypaths.startpage;

/**
 * A command to copy into a shell, and what it shows.
 *
 * @param title what one sees, in a few words
 * @param command one line that works as it stands
 */
public record Sight(String title, String command) {}
