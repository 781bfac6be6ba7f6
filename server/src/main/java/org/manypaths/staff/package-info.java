/** Who signs for an organisation. */
@NullMarked
package org.manypaths.staff;

import org.jspecify.annotations.NullMarked;
