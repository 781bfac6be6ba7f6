/** The document that carries a plan to the next place of care: what belongs in it, what may go, what is missing. */
@NullMarked
package org.manypaths.handoff;

import org.jspecify.annotations.NullMarked;
