/**
 * Catalogs with names, as in {@code main.sales.orders}: what Spark's and Delta's session catalog holds, seen through catalogs. A
 * schema of such a catalog is a schema of the session catalog with a longer name.
 */
@NullMarked
package dev.lakelight.catalog;

import org.jspecify.annotations.NullMarked;
