/** What the guide's pages say: each kind of entry as a document of headings, tables and text, without any HTML. */
@NullMarked
package org.manypaths.guide.page;

import org.jspecify.annotations.NullMarked;
