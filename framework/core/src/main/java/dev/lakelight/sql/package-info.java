/**
 * Spark SQL as text, before Spark sees it: where a statement ends, which parameters and widgets it names, what Databricks
 * replaces in it. Follows the lexer rules of Spark's {@code SqlBaseLexer.g4}; what is between them is left to Spark's parser.
 */
@NullMarked
package dev.lakelight.sql;

import org.jspecify.annotations.NullMarked;
