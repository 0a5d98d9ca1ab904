/** AssertJ assertions for datasets, tables, their commits and notebook runs. */
@NullMarked
package dev.lakelight.assertion;

import org.jspecify.annotations.NullMarked;
