-- Databricks notebook source
-- MAGIC %md
-- MAGIC # Revenue by day and country
-- MAGIC A cancellation counts on the day on which it was written, not on that of the sale.

-- COMMAND ----------

CREATE WIDGET TEXT gold DEFAULT 'gold';

-- COMMAND ----------

-- MAGIC %run ../shared/tables

-- COMMAND ----------

-- DBTITLE 1,A branch can publish to a schema of its own
CREATE SCHEMA IF NOT EXISTS IDENTIFIER(:gold);

CREATE OR REPLACE TABLE IDENTIFIER(:gold || '.daily_revenue') USING DELTA AS
SELECT
  CAST(invoiced_at AS DATE) AS day,
  country,
  count(DISTINCT CASE WHEN amount > 0 THEN invoice_no END) AS invoices,
  coalesce(sum(amount) FILTER (WHERE amount > 0), 0) AS sales,
  coalesce(sum(amount) FILTER (WHERE amount < 0), 0) AS cancelled,
  sum(amount) AS revenue
FROM silver.invoice_lines
GROUP BY ALL;
