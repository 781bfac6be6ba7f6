/**
 * The trail: who did what with whose records, on what ground, and that nobody changed it since.
 *
 * <p>An entry is in the database before the answer that it tells of leaves the server. Where it cannot be stored, nothing
 * is given out.
 */
@NullMarked
package org.manypaths.audit;

import org.jspecify.annotations.NullMarked;
