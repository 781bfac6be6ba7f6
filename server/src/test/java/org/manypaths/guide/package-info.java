@NullMarked
package org.manypaths.guide;

import org.jspecify.annotations.NullMarked;
