/** Settings of the workspace, and what clients report about themselves. */
@NullMarked
package dev.lakelight.workspace.settings;

import org.jspecify.annotations.NullMarked;
