@NullMarked
package org.manypaths.concurrency;

import org.jspecify.annotations.NullMarked;
