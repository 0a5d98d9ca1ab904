@NullMarked
package dev.lakelight.workspace.cluster;

import org.jspecify.annotations.NullMarked;
