@NullMarked
package org.manypaths.export;

import org.jspecify.annotations.NullMarked;
