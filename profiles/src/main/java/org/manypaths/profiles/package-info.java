/** Programs that the build runs to make the guide's package; no server needs them at run time. */
@NullMarked
package org.manypaths.profiles;

import org.jspecify.annotations.NullMarked;
