/** Access in a medical emergency, and the record that the law asks for (42 CFR 2.51). */
@NullMarked
package org.manypaths.emergency;

import org.jspecify.annotations.NullMarked;
