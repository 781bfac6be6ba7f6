/** How large, deep and costly a request may be, and what it must look like before anything is done with it. */
@NullMarked
package org.manypaths.limits;

import org.jspecify.annotations.NullMarked;
