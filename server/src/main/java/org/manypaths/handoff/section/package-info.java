/** The sections of the document: one small class each. */
@NullMarked
package org.manypaths.handoff.section;

import org.jspecify.annotations.NullMarked;
