/** A certificate authority of the workspace's own. */
@NullMarked
package dev.lakelight.workspace.tls;

import org.jspecify.annotations.NullMarked;
