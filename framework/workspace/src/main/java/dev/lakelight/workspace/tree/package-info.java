/** Notebooks, files and folders of the workspace. */
@NullMarked
package dev.lakelight.workspace.tree;

import org.jspecify.annotations.NullMarked;
