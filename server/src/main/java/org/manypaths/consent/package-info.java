/**
 * Who may see what of whom, and why: 42 CFR Part 2 (2024 rule) as a pure function.
 *
 * <p>Nothing here reads a database or a clock. What is asked, what is known of the record and what consents there are
 * comes in as values; a {@link org.manypaths.consent.Decision} with its legal basis comes out. Deny is the default: a
 * permit rests on something that is present, never on something missing.
 */
@NullMarked
package org.manypaths.consent;

import org.jspecify.annotations.NullMarked;
