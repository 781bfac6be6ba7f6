/** What people and partners do with consents: file one, have it read back, take it back, ask what it would let out, ask why. */
@NullMarked
package org.manypaths.consentdesk;

import org.jspecify.annotations.NullMarked;
