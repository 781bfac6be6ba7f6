/** What arrives from elsewhere: a handoff document becomes records of the place that receives it, once and for all. */
@NullMarked
package org.manypaths.reception;

import org.jspecify.annotations.NullMarked;
