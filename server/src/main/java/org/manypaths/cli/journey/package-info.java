/** Two organisations on two servers of their own, and a person's plan on its way between them. */
@NullMarked
package org.manypaths.cli.journey;

import org.jspecify.annotations.NullMarked;
