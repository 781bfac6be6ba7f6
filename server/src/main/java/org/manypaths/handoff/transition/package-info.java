/** The moves of a handoff between both sides, and when silence is overdue; pure. */
@NullMarked
package org.manypaths.handoff.transition;

import org.jspecify.annotations.NullMarked;
