-- Databricks notebook source
-- MAGIC %md
-- MAGIC # Load delivered invoice lines
-- MAGIC The shops deliver CSV files into a landing folder. Each file is loaded once, by its name: running a load again changes
-- MAGIC nothing. Nothing is cleaned here, all columns stay text.

-- COMMAND ----------

CREATE WIDGET TEXT landing DEFAULT '/Volumes/retail/shops/landing';
CREATE WIDGET TEXT run_date DEFAULT '';

-- COMMAND ----------

-- MAGIC %run ../shared/tables

-- COMMAND ----------

CREATE OR REPLACE TEMPORARY VIEW landed (
  InvoiceNo STRING,
  StockCode STRING,
  Description STRING,
  Quantity STRING,
  InvoiceDate STRING,
  UnitPrice STRING,
  CustomerID STRING,
  Country STRING,
  malformed STRING
)
USING csv
OPTIONS (
  path '${landing}',
  header 'true',
  enforceSchema 'false', -- a file with other columns fails the load
  escape '"',
  columnNameOfCorruptRecord 'malformed'
);

-- COMMAND ----------

-- DBTITLE 1,Files that are new
INSERT INTO bronze.invoice_lines
WITH landed_lines AS (
  SELECT
    *,
    regexp_extract(input_file_name(), '[^/]+$', 0) AS source_file,
    monotonically_increasing_id() AS position -- grows within a file
  FROM landed
)
SELECT
  InvoiceNo,
  StockCode,
  Description,
  Quantity,
  InvoiceDate,
  UnitPrice,
  CustomerID,
  Country,
  malformed,
  source_file,
  1 + row_number() OVER (PARTITION BY source_file ORDER BY position), -- line 1 is the header
  CAST(:run_date AS DATE)
FROM landed_lines
LEFT ANTI JOIN (SELECT DISTINCT source_file FROM bronze.invoice_lines) AS loaded USING (source_file);

-- COMMAND ----------

SELECT source_file, count(*) AS lines
FROM bronze.invoice_lines
WHERE load_date = :run_date
GROUP BY source_file
ORDER BY source_file;
