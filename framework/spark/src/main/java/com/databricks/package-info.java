/** The names of Databricks by which notebooks catch and import. */
@NullMarked
package com.databricks;

import org.jspecify.annotations.NullMarked;
