/** The two kinds of trouble that are not a bug of Lakelight: what users can mend in their project, and what their environment lacks. */
@NullMarked
package dev.lakelight.problem;

import org.jspecify.annotations.NullMarked;
