/** What a person may do with what is said of them. */
@NullMarked
package org.manypaths.person;

import org.jspecify.annotations.NullMarked;
