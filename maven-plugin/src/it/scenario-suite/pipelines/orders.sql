-- Databricks notebook source
CREATE SCHEMA IF NOT EXISTS silver

-- COMMAND ----------

CREATE OR REPLACE TABLE silver.orders AS
SELECT id, amount FROM bronze.orders WHERE amount > 0
