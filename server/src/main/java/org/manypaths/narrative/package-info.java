/** What a record says, in words for people: the narrative of every resource, and our own words where a code's name would wound. */
@NullMarked
package org.manypaths.narrative;

import org.jspecify.annotations.NullMarked;
