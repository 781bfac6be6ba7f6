/** Supply against first visit: the gap in which a person has neither medicine nor appointment. */
@NullMarked
package org.manypaths.handoff.gap;

import org.jspecify.annotations.NullMarked;
