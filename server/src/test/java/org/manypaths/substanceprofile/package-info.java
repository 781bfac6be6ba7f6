@NullMarked
package org.manypaths.substanceprofile;

import org.jspecify.annotations.NullMarked;
