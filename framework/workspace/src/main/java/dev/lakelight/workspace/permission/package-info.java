/** What users may do with the objects of a workspace. */
@NullMarked
package dev.lakelight.workspace.permission;

import org.jspecify.annotations.NullMarked;
