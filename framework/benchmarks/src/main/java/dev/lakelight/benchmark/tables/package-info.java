/** What comparing large tables costs, here and with the algorithms of other libraries. */
@NullMarked
package dev.lakelight.benchmark.tables;

import org.jspecify.annotations.NullMarked;
