@NullMarked
package org.manypaths.handoff.page;

import org.jspecify.annotations.NullMarked;
