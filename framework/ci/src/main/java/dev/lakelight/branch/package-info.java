/**
 * Which branch and commit a run is about: read from the user's properties, the build server's variables and git, each fact
 * with its origin. What cannot be known is said in a note, never guessed. Nothing is written to the repository.
 */
@NullMarked
package dev.lakelight.branch;

import org.jspecify.annotations.NullMarked;
