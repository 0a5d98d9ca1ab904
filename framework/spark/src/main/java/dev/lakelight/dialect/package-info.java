/**
 * What Lakelight adds to Spark's SQL: parsers in front of Spark's, functions, and the commands that both lead to. They come with
 * every session of a cluster, whichever language it is used from.
 */
@NullMarked
package dev.lakelight.dialect;

import org.jspecify.annotations.NullMarked;
