# Databricks notebook source
# MAGIC %md
# MAGIC # Revenue by month
# MAGIC What daily_revenue.sql has made, with the change from month to month.

# COMMAND ----------

# MAGIC %run ../shared/tables

# COMMAND ----------

from pyspark.sql import Window
from pyspark.sql import functions as F

months = (
    spark.table("silver.invoice_lines")
    .groupBy(F.trunc("invoiced_at", "month").alias("month"))
    .agg(F.countDistinct("customer_id").alias("customers"), F.sum("amount").alias("revenue"))
)

# COMMAND ----------

before = F.lag("revenue").over(Window.orderBy("month"))
months.withColumn("change", F.col("revenue") - before).write.mode("overwrite").saveAsTable("gold.monthly_revenue")

# COMMAND ----------

dbutils.notebook.exit(str(months.count()))
