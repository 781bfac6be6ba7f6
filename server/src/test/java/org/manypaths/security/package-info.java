@NullMarked
package org.manypaths.security;

import org.jspecify.annotations.NullMarked;
