@NullMarked
package org.manypaths.audit;

import org.jspecify.annotations.NullMarked;
