-- Databricks notebook source
-- MAGIC %md
-- MAGIC # The tables of this product
-- MAGIC Every other notebook starts with `%run ../shared/tables`, so that each can be run, and tested, alone.

-- COMMAND ----------

CREATE SCHEMA IF NOT EXISTS bronze;
CREATE SCHEMA IF NOT EXISTS silver;
CREATE SCHEMA IF NOT EXISTS gold;

-- COMMAND ----------

-- DBTITLE 1,Bronze: every line as it was delivered, and where it came from
CREATE TABLE IF NOT EXISTS bronze.invoice_lines (
  invoice_no STRING,
  stock_code STRING,
  description STRING,
  quantity STRING,
  invoice_date STRING,
  unit_price STRING,
  customer_id STRING,
  country STRING,
  malformed STRING COMMENT 'the whole line when it does not have the columns of the header, otherwise NULL',
  source_file STRING,
  source_line INT,
  load_date DATE COMMENT 'the day of the load that brought it'
) USING DELTA;

-- COMMAND ----------

-- DBTITLE 1,Silver: lines that can be counted on, and the others with the reason
CREATE TABLE IF NOT EXISTS silver.invoice_lines (
  invoice_no STRING,
  stock_code STRING,
  occurrence INT COMMENT 'an invoice may list a stock code several times: 1 for the first of them',
  description STRING,
  quantity INT COMMENT 'negative on cancellations',
  unit_price DECIMAL(12, 3) COMMENT 'in pounds',
  amount DECIMAL(23, 3) COMMENT 'quantity times unit price',
  customer_id INT,
  country STRING,
  invoiced_at TIMESTAMP,
  load_date DATE
) USING DELTA;

CREATE TABLE IF NOT EXISTS silver.rejected_lines (
  source_file STRING,
  source_line INT,
  reason STRING,
  invoice_no STRING,
  stock_code STRING,
  quantity STRING,
  unit_price STRING,
  customer_id STRING,
  amount DECIMAL(23, 3) COMMENT 'NULL when it cannot be known',
  load_date DATE
) USING DELTA;
