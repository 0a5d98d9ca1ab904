-- Databricks notebook source
-- MAGIC %md
-- MAGIC # Keep what can be counted on, reject the rest with a reason
-- MAGIC An invoice is delivered whole. When it comes again, late or corrected, its newest delivery takes the place of the older ones.
-- MAGIC Every line that was ever delivered is either in `silver.invoice_lines` or, with exactly one reason, in `silver.rejected_lines`:
-- MAGIC
-- MAGIC | reason | meaning |
-- MAGIC |---|---|
-- MAGIC | unreadable | wrong number of columns, no invoice or stock code, or a value that is no number or date |
-- MAGIC | superseded | a later load delivered the invoice again |
-- MAGIC | duplicate | the same line came before in the same load |
-- MAGIC | missing customer | nobody to ask about it |
-- MAGIC | price not positive | gifts, write-offs and corrections of the books |
-- MAGIC | wrong quantity | zero; negative although it cancels nothing; positive on a cancellation (an invoice with C in front) |

-- COMMAND ----------

CREATE WIDGET TEXT run_date DEFAULT '';

-- COMMAND ----------

-- MAGIC %run ../shared/tables

-- COMMAND ----------

-- DBTITLE 1,Every line ever delivered of the invoices that this load delivers
CREATE OR REPLACE TEMPORARY VIEW delivered_lines AS
SELECT every_line.*
FROM bronze.invoice_lines AS every_line
LEFT SEMI JOIN (SELECT DISTINCT invoice_no FROM bronze.invoice_lines WHERE load_date = '${run_date}') AS delivered
  ON every_line.invoice_no <=> delivered.invoice_no;

-- COMMAND ----------

-- DBTITLE 1,Text to numbers and dates, NULL where that cannot be
CREATE OR REPLACE TEMPORARY VIEW typed_lines AS
SELECT
  *,
  try_cast(quantity AS INT) AS units,
  -- A cast alone would round a fourth decimal.
  CASE WHEN unit_price RLIKE '^-?[0-9]{1,9}([.][0-9]{1,3})?$' THEN CAST(unit_price AS DECIMAL(12, 3)) END AS price,
  try_to_timestamp(invoice_date, 'yyyy-MM-dd HH:mm:ss') AS invoiced_at,
  -- The shops' export writes 17850.0 for customer 17850.
  try_cast(regexp_extract(customer_id, '^([0-9]+)([.]0)?$', 1) AS INT) AS customer
FROM delivered_lines;

-- COMMAND ----------

-- DBTITLE 1,What is wrong with each line
CREATE OR REPLACE TEMPORARY VIEW judged_lines AS
WITH read_lines AS (
  SELECT
    *,
    malformed IS NULL
      AND invoice_no IS NOT NULL
      AND stock_code IS NOT NULL
      AND units IS NOT NULL
      AND price IS NOT NULL
      AND invoiced_at IS NOT NULL
      AND (customer IS NOT NULL OR customer_id IS NULL) AS readable
  FROM typed_lines
),
numbered_lines AS (
  SELECT
    *,
    max(CASE WHEN readable THEN load_date END) OVER (PARTITION BY invoice_no) AS newest_load,
    row_number() OVER (
      PARTITION BY
        invoice_no, load_date, stock_code, description, quantity, invoice_date, unit_price, customer_id, country
      ORDER BY source_file, source_line
    ) AS copy,
    row_number() OVER (
      PARTITION BY invoice_no, load_date, stock_code ORDER BY source_file, source_line
    ) AS occurrence
  FROM read_lines
)
SELECT
  *,
  CASE
    WHEN NOT readable THEN 'unreadable'
    WHEN load_date < newest_load THEN 'superseded'
    WHEN copy > 1 THEN 'duplicate'
    WHEN customer IS NULL THEN 'missing customer'
    WHEN price <= 0 THEN 'price not positive'
    WHEN units = 0 OR (units < 0) <> startswith(invoice_no, 'C') THEN 'wrong quantity'
  END AS reason
FROM numbered_lines;

-- COMMAND ----------

-- DBTITLE 1,Which line decides what becomes of its place in the invoice
CREATE OR REPLACE TEMPORARY VIEW lines_to_merge AS
SELECT
  *,
  units * price AS amount,
  -- A line that is kept goes before those that only tell that theirs is gone.
  row_number() OVER (
    PARTITION BY invoice_no, stock_code, occurrence ORDER BY reason NULLS FIRST, load_date DESC
  ) = 1 AS decides
FROM judged_lines;

-- COMMAND ----------

MERGE INTO silver.invoice_lines AS kept
USING (SELECT * FROM lines_to_merge WHERE decides) AS line
ON kept.invoice_no = line.invoice_no
  AND kept.stock_code = line.stock_code
  AND kept.occurrence = line.occurrence
WHEN MATCHED AND line.reason IS NOT NULL THEN DELETE
WHEN MATCHED THEN UPDATE SET
  description = line.description,
  quantity = line.units,
  unit_price = line.price,
  amount = line.amount,
  customer_id = line.customer,
  country = line.country,
  invoiced_at = line.invoiced_at,
  load_date = line.load_date
WHEN NOT MATCHED AND line.reason IS NULL THEN INSERT (
  invoice_no, stock_code, occurrence, description, quantity, unit_price, amount, customer_id, country, invoiced_at, load_date
) VALUES (
  line.invoice_no, line.stock_code, line.occurrence, line.description, line.units, line.price, line.amount,
  line.customer, line.country, line.invoiced_at, line.load_date
);

-- COMMAND ----------

MERGE INTO silver.rejected_lines AS rejected
USING lines_to_merge AS line
ON rejected.source_file = line.source_file AND rejected.source_line = line.source_line
WHEN MATCHED AND line.reason IS NULL THEN DELETE
WHEN MATCHED THEN UPDATE SET reason = line.reason
WHEN NOT MATCHED AND line.reason IS NOT NULL THEN INSERT (
  source_file, source_line, reason, invoice_no, stock_code, quantity, unit_price, customer_id, amount, load_date
) VALUES (
  line.source_file, line.source_line, line.reason, line.invoice_no, line.stock_code, line.quantity, line.unit_price,
  line.customer_id, line.amount, line.load_date
);

-- COMMAND ----------

SELECT 'kept' AS verdict, count(*) AS lines, sum(amount) AS amount
FROM silver.invoice_lines
WHERE load_date = :run_date
UNION ALL
SELECT reason, count(*), sum(amount)
FROM silver.rejected_lines
WHERE load_date = :run_date
GROUP BY reason
ORDER BY lines DESC;
