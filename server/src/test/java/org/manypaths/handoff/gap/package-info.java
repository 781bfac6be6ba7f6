@NullMarked
package org.manypaths.handoff.gap;

import org.jspecify.annotations.NullMarked;
