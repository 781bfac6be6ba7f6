@NullMarked
package org.manypaths.consent;

import org.jspecify.annotations.NullMarked;
