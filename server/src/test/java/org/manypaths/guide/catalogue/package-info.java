@NullMarked
package org.manypaths.guide.catalogue;

import org.jspecify.annotations.NullMarked;
