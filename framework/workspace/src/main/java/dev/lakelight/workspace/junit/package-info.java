/** Local workspaces in tests. */
@NullMarked
package dev.lakelight.workspace.junit;

import org.jspecify.annotations.NullMarked;
