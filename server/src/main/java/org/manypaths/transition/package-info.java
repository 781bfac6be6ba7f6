/**
 * The loop of a handoff: who may say what of it and when, and the clock by which a person who never arrived is seen.
 */
@NullMarked
package org.manypaths.transition;

import org.jspecify.annotations.NullMarked;
