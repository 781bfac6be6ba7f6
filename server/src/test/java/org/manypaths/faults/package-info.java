/** What becomes of records when a process, a machine or a database fails; the oracles are in the tests' names. */
@NullMarked
package org.manypaths.faults;

import org.jspecify.annotations.NullMarked;
