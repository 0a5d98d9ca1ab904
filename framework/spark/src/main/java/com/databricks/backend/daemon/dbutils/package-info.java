/** What {@code dbutils} returns, by the names of Databricks. */
@NullMarked
package com.databricks.backend.daemon.dbutils;

import org.jspecify.annotations.NullMarked;
