@NullMarked
package org.manypaths.handoff.section;

import org.jspecify.annotations.NullMarked;
