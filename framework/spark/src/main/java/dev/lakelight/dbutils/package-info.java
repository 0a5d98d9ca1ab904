/**
 * The part of Databricks' {@code dbutils} that notebooks can use here, under the names that it has there.
 */
@NullMarked
package dev.lakelight.dbutils;

import org.jspecify.annotations.NullMarked;
