/** Notebooks: their cells, and the Databricks source format, in which they are plain files of their language. */
@NullMarked
package dev.lakelight.notebook;

import org.jspecify.annotations.NullMarked;
