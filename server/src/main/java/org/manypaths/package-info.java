@NullMarked
package org.manypaths;

import org.jspecify.annotations.NullMarked;
