/** What was found about a person: at present, which of the recorded stages of change still hold. */
@NullMarked
package org.manypaths.assessment;

import org.jspecify.annotations.NullMarked;
