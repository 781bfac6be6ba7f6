/** The implementation guide as web pages below {@code /guide/}, where the canonical URLs lead. */
@NullMarked
package org.manypaths.guide;

import org.jspecify.annotations.NullMarked;
