@NullMarked
package dev.lakelight.compare.plan;

import org.jspecify.annotations.NullMarked;
