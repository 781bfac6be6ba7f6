/**
 * Who is calling: the authorization server, its clients, keys and tokens, and the session that a valid token opens.
 *
 * <p>What a caller may do with a record is not decided here. Scopes say what a token was given for; consent, origin and
 * labels are asked after them.
 */
@NullMarked
package org.manypaths.security;

import org.jspecify.annotations.NullMarked;
