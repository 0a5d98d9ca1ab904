package dev.lakelight.dialect;

import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;

/** The parser behind ours. */
@FunctionalInterface
interface SparkParser {

    LogicalPlan parse(String sql) throws ParseException;
}
