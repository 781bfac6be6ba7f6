@NullMarked
package org.manypaths.guide.page;

import org.jspecify.annotations.NullMarked;
