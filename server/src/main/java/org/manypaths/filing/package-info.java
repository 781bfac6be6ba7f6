/** What the server stores for an organisation by itself. */
@NullMarked
package org.manypaths.filing;

import org.jspecify.annotations.NullMarked;
