@NullMarked
package org.manypaths.handoff.digest;

import org.jspecify.annotations.NullMarked;
