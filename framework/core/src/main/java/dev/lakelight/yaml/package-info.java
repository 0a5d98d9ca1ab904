/** YAML and JSON files whose values know their place, and all that is wrong with them at once. */
@NullMarked
package dev.lakelight.yaml;

import org.jspecify.annotations.NullMarked;
