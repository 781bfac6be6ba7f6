/** Documents that arrive from elsewhere. */
@NullMarked
package org.manypaths.reception;

import org.jspecify.annotations.NullMarked;
