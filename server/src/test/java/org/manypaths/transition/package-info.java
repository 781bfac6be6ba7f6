@NullMarked
package org.manypaths.transition;

import org.jspecify.annotations.NullMarked;
