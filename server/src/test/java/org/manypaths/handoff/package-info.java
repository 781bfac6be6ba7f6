@NullMarked
package org.manypaths.handoff;

import org.jspecify.annotations.NullMarked;
