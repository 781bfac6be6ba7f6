/** The rules of the house that a compiler does not know: architecture, words, sizes, documentation. */
@NullMarked
package org.manypaths.house;

import org.jspecify.annotations.NullMarked;
