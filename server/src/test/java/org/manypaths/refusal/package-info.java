@NullMarked
package org.manypaths.refusal;

import org.jspecify.annotations.NullMarked;
