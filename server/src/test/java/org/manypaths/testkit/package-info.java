@NullMarked
package org.manypaths.testkit;

import org.jspecify.annotations.NullMarked;
