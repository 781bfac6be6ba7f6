/**
 * Bulk export: a system of an organisation asks for all that it may have, comes back for a list of files, and fetches
 * them.
 *
 * <p>A job holds ids, never records. Each record is read, judged and put into the trail when it is downloaded, so that a
 * consent revoked in between counts and nothing protected lies about in files.
 */
@NullMarked
package org.manypaths.export;

import org.jspecify.annotations.NullMarked;
