@NullMarked
package org.manypaths.cli;

import org.jspecify.annotations.NullMarked;
