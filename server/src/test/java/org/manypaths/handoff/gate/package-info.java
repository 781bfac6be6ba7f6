@NullMarked
package org.manypaths.handoff.gate;

import org.jspecify.annotations.NullMarked;
