@NullMarked
package org.manypaths.limits;

import org.jspecify.annotations.NullMarked;
