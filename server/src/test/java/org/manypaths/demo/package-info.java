@NullMarked
package org.manypaths.demo;

import org.jspecify.annotations.NullMarked;
