/** The document for eyes: a page and a PDF. */
@NullMarked
package org.manypaths.handoff.page;

import org.jspecify.annotations.NullMarked;
