@NullMarked
package org.manypaths.conformance;

import org.jspecify.annotations.NullMarked;
