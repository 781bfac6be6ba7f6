@NullMarked
package org.manypaths.examples;

import org.jspecify.annotations.NullMarked;
