/**
 * Tells those who subscribed that a Task or a CarePlan has changed: at least once, in order for each person, to nobody
 * who may not know it, and however often this server or theirs breaks down meanwhile.
 */
@NullMarked
package org.manypaths.notification;

import org.jspecify.annotations.NullMarked;
