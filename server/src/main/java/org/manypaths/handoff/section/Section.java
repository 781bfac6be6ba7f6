package org.manypaths.handoff.section;

/**
 * One section of the document: which records belong in it and what it says of them.
 *
 * <p>It sees only what may travel. Where it has no entries it says why.
 */
public interface Section {

    SectionCode code();

    SectionContent write(Chart chart);
}
