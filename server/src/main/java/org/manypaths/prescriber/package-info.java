/** The prescriber's door: what is taken and where it stands in one answer, and proposals that the team decides on. */
@NullMarked
package org.manypaths.prescriber;

import org.jspecify.annotations.NullMarked;
