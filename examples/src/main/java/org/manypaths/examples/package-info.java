/** The program that the build runs to make bundles of the stories; nothing of it is in the jar. */
@NullMarked
package org.manypaths.examples;

import org.jspecify.annotations.NullMarked;
