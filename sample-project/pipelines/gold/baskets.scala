// Databricks notebook source
// MAGIC %md
// MAGIC # What lies in a basket
// MAGIC A row for each sale: how many products and pieces it has, and what they cost together. Cancellations are no baskets.

// COMMAND ----------

// MAGIC %run ../shared/tables

// COMMAND ----------

case class Line(invoice_no: String, country: String, stock_code: String, quantity: Int, amount: BigDecimal)
case class Basket(invoice_no: String, country: String, products: Int, pieces: Long, amount: BigDecimal)

def basketOf(lines: Seq[Line]): Basket =
  Basket(
    lines.head.invoice_no,
    lines.head.country,
    lines.map(_.stock_code).distinct.size,
    lines.map(_.quantity.toLong).sum,
    lines.map(_.amount).sum
  )

// COMMAND ----------

// DBTITLE 1,One basket for each sale
val lines = spark.table("silver.invoice_lines").select("invoice_no", "country", "stock_code", "quantity", "amount").as[Line]
val baskets = lines.filter(_.quantity > 0).groupByKey(_.invoice_no).mapGroups((_, lines) => basketOf(lines.toSeq))

baskets
  .withColumn("amount", $"amount".cast("DECIMAL(33, 3)"))
  .write
  .format("delta")
  .mode("overwrite")
  .saveAsTable("gold.baskets")

// COMMAND ----------

display(spark.table("gold.baskets").orderBy($"amount".desc).limit(10))
