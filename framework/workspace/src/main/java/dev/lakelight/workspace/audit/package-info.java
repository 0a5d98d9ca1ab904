/** Who has changed what, and who has logged in. */
@NullMarked
package dev.lakelight.workspace.audit;

import org.jspecify.annotations.NullMarked;
