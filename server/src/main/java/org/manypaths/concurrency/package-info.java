/** Several people at one record: who changes it must know what it was. */
@NullMarked
package org.manypaths.concurrency;

import org.jspecify.annotations.NullMarked;
