@NullMarked
package org.manypaths.startpage;

import org.jspecify.annotations.NullMarked;
