/** The digest of a document: RFC 8785 and SHA-256. */
@NullMarked
package org.manypaths.handoff.digest;

import org.jspecify.annotations.NullMarked;
