@NullMarked
package org.manypaths.validation;

import org.jspecify.annotations.NullMarked;
