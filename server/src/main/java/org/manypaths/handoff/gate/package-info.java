/** What of a record may travel to whom; the port, and its answer by the consents that the person signed. */
@NullMarked
package org.manypaths.handoff.gate;

import org.jspecify.annotations.NullMarked;
