/** What the server does again and again while it runs: from when it is ready until before it stops. */
@NullMarked
package org.manypaths.timetable;

import org.jspecify.annotations.NullMarked;
