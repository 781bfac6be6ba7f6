package org.manypaths.guide.page;

import java.util.List;

/** What one kind of definition has to tell. */
interface Description {

    /** What to know at a glance. */
    List<Fact> facts();

    /** The parts of the page, in order; empty ones are left out. */
    List<Block> blocks();
}
