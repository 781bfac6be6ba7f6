@NullMarked
package org.manypaths.app;

import org.jspecify.annotations.NullMarked;
