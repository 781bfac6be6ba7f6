@NullMarked
package org.manypaths.search;

import org.jspecify.annotations.NullMarked;
