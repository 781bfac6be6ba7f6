/** What the people at the other end of the wire do all day. */
@NullMarked
package org.manypaths.partner;

import org.jspecify.annotations.NullMarked;
