/**
 * Who gets to see what: the one place where scopes, origin and consent are brought to bear on requests and records.
 *
 * <p>Every record bears a stamp that the server alone writes: through which organisation it came in, about whom it is,
 * and what kind of information it holds. Searches are narrowed by it in the database; everything that leaves is decided
 * by it once more. What a caller has no ground to see does not exist for that caller.
 */
@NullMarked
package org.manypaths.access;

import org.jspecify.annotations.NullMarked;
