@NullMarked
package dev.lakelight.workspace.driver;

import org.jspecify.annotations.NullMarked;
