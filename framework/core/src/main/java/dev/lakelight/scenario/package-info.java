/** Tests written in YAML: given these tables, run this module, then expect these tables. */
@NullMarked
package dev.lakelight.scenario;

import org.jspecify.annotations.NullMarked;
