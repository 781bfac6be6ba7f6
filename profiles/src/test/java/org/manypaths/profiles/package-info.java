@NullMarked
package org.manypaths.profiles;

import org.jspecify.annotations.NullMarked;
