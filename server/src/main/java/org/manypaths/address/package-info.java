@NullMarked
package org.manypaths.address;

import org.jspecify.annotations.NullMarked;
