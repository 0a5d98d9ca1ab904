/** SQL statements, and the one warehouse that they run on. */
@NullMarked
package dev.lakelight.workspace.statement;

import org.jspecify.annotations.NullMarked;
