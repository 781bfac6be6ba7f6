@NullMarked
package org.manypaths.handoff.transition;

import org.jspecify.annotations.NullMarked;
