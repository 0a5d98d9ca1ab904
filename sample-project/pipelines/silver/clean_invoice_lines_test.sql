-- Databricks notebook source
-- MAGIC %md
-- MAGIC # What holds of silver, whatever was delivered
-- MAGIC Runs the notebooks like production does, then looks for lines that break a promise. `src/test/lakelight/notebook_tests.yml` says
-- MAGIC under which configurations.

-- COMMAND ----------

-- MAGIC %run ../bronze/load_invoice_lines

-- COMMAND ----------

-- MAGIC %run ./clean_invoice_lines

-- COMMAND ----------

-- DBTITLE 1,There is something to look at
SELECT assert_true(count(*) > 0, 'silver.invoice_lines is empty') FROM silver.invoice_lines;

-- COMMAND ----------

-- DBTITLE 1,Each place in an invoice is taken once
SELECT assert_true(count(*) = count(DISTINCT invoice_no, stock_code, occurrence), 'a line was kept twice')
FROM silver.invoice_lines;

-- COMMAND ----------

-- DBTITLE 1,No line is both kept and rejected
SELECT raise_error('rejected, but kept: line ' || source_line || ' of ' || source_file)
FROM silver.rejected_lines AS rejected
LEFT SEMI JOIN silver.invoice_lines AS kept
  ON kept.invoice_no = rejected.invoice_no
  AND kept.stock_code = rejected.stock_code
  AND kept.load_date = rejected.load_date
  AND kept.amount = rejected.amount
WHERE rejected.reason <> 'duplicate';

-- COMMAND ----------

-- DBTITLE 1,Amounts are exact
SELECT assert_true(amount = quantity * unit_price, 'wrong amount in invoice ' || invoice_no) FROM silver.invoice_lines;
