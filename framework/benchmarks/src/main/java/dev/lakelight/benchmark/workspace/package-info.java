/** How fast the local workspace answers when it holds much. */
@NullMarked
package dev.lakelight.benchmark.workspace;

import org.jspecify.annotations.NullMarked;
