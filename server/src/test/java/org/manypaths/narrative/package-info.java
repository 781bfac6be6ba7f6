/** Whether the words fit the data. */
@NullMarked
package org.manypaths.narrative;

import org.jspecify.annotations.NullMarked;
