package com.example.retail;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_diff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ntile;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;

/**
 * Ranks customers by recency, frequency and money, each from 1 (the worst fifth) to 5 (the best), into
 * {@code gold.customer_ranking}. Runs as a JAR task; its argument is the day to rank on.
 */
public final class CustomerRanking {

    private static final int FIFTHS = 5;

    private CustomerRanking() {}

    /** Rank on the day that the only argument names, such as {@code 2011-12-09}. */
    public static void main(String[] args) {
        if (args.length != 1) {
            throw new IllegalArgumentException("Expected the day to rank on, but found " + args.length + " arguments");
        }

        SparkSession spark = SparkSession.builder().getOrCreate();
        ranked(spark.table("gold.customer_value"), LocalDate.parse(args[0]))
                .write()
                .format("delta")
                .mode(SaveMode.Overwrite)
                .saveAsTable("gold.customer_ranking");
    }

    private static Dataset<Row> ranked(Dataset<Row> customers, LocalDate day) {
        return customers
                .withColumn("days_since_last", date_diff(lit(day), col("last_day")))
                .withColumn("recency", fifth(col("days_since_last").desc()))
                .withColumn("frequency", fifth(col("invoices").asc()))
                .withColumn("money", fifth(col("revenue").asc()))
                .withColumn("segment", segment())
                .select(
                        "customer_id",
                        "days_since_last",
                        "invoices",
                        "revenue",
                        "recency",
                        "frequency",
                        "money",
                        "segment");
    }

    /** Ties go by the customer's number, so that the same customers always get the same marks. */
    private static Column fifth(Column worstFirst) {
        return ntile(FIFTHS).over(Window.orderBy(worstFirst, col("customer_id")));
    }

    private static Column segment() {
        return when(col("recency").geq(4).and(col("money").geq(4)), "champion")
                .when(col("recency").leq(2).and(col("money").geq(4)), "win back")
                .when(col("recency").geq(4), "promising")
                .otherwise("regular");
    }
}
