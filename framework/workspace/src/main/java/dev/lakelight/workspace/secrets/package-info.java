/** Scopes of secrets, kept encrypted. */
@NullMarked
package dev.lakelight.workspace.secrets;

import org.jspecify.annotations.NullMarked;
