/** Where the files of a user's project are. */
@NullMarked
package dev.lakelight.project;

import org.jspecify.annotations.NullMarked;
