/** One person told substance by substance, as of today or of an earlier day; and the needs that have no alternative. */
@NullMarked
package org.manypaths.substanceprofile;

import org.jspecify.annotations.NullMarked;
