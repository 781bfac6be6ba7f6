@NullMarked
package org.manypaths.access;

import org.jspecify.annotations.NullMarked;
