@NullMarked
package org.manypaths.database;

import org.jspecify.annotations.NullMarked;
