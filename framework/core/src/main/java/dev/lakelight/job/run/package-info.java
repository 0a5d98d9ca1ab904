/** Runs jobs: which task is next, several at a time, again when they fail, and what they tell each other. Knows no Spark. */
@NullMarked
package dev.lakelight.job.run;

import org.jspecify.annotations.NullMarked;
