/** What a search means, where the storage would take it otherwise. */
@NullMarked
package org.manypaths.search;

import org.jspecify.annotations.NullMarked;
