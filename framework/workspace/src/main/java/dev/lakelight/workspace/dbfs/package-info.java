/** The file system of the workspace, by DBFS' interface. */
@NullMarked
package dev.lakelight.workspace.dbfs;

import org.jspecify.annotations.NullMarked;
