/** What the guide holds: every definition and example, and which of them use which. */
@NullMarked
package org.manypaths.guide.catalogue;

import org.jspecify.annotations.NullMarked;
