/**
 * Where paths lead to: those of a cloud's storage, of DBFS and of volumes into the files of a lake, all others to the local disk.
 * Hadoop finds the file systems by the presets; other packages need only the paths and the mounts of a lake.
 */
@NullMarked
package dev.lakelight.path;

import org.jspecify.annotations.NullMarked;
