@NullMarked
package dev.lakelight.workspace;

import org.jspecify.annotations.NullMarked;
