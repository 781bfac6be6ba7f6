@NullMarked
package org.manypaths.notification;

import org.jspecify.annotations.NullMarked;
