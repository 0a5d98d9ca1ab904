/** What the workspace remembers: a database and folders of files, both safe against a process that is killed. */
@NullMarked
package dev.lakelight.workspace.storage;

import org.jspecify.annotations.NullMarked;
