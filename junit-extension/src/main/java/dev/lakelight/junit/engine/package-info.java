/** A JUnit Platform engine whose tests are scenarios in YAML and notebooks that are tests. */
@NullMarked
package dev.lakelight.junit.engine;

import org.jspecify.annotations.NullMarked;
