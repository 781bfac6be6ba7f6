package org.manypaths.guide.catalogue;

/** What one of our own codes is called and what it means; either may be empty. */
public record Concept(String code, String display, String definition) {}
