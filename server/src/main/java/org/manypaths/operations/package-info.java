/** What an operator sees of the server: health, metrics, logs, request ids; and what a stranger does not see. */
@NullMarked
package org.manypaths.operations;

import org.jspecify.annotations.NullMarked;
