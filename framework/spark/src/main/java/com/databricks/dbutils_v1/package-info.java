/** The older place of {@code dbutils}. */
@NullMarked
package com.databricks.dbutils_v1;

import org.jspecify.annotations.NullMarked;
