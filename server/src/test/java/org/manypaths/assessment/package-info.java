@NullMarked
package org.manypaths.assessment;

import org.jspecify.annotations.NullMarked;
