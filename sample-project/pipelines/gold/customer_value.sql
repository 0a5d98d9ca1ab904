-- Databricks notebook source
-- MAGIC %md
-- MAGIC # What each customer is worth

-- COMMAND ----------

-- MAGIC %run ../shared/tables

-- COMMAND ----------

CREATE OR REPLACE TABLE gold.customer_value USING DELTA AS
SELECT
  customer_id,
  CAST(min(invoiced_at) AS DATE) AS first_day,
  CAST(max(invoiced_at) AS DATE) AS last_day,
  count(DISTINCT CASE WHEN amount > 0 THEN invoice_no END) AS invoices,
  sum(amount) AS revenue
FROM silver.invoice_lines
GROUP BY customer_id;
