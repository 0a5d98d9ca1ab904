/** The judgement over a whole suite run: GREEN or RED, with reasons. */
@NullMarked
package dev.lakelight.verdict;

import org.jspecify.annotations.NullMarked;
