/** Pages for people, to look at a workspace with a browser. They show what its API answers, and change nothing. */
@NullMarked
package dev.lakelight.workspace.page;

import org.jspecify.annotations.NullMarked;
