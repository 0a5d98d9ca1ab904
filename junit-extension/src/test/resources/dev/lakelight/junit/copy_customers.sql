-- Databricks notebook source
CREATE SCHEMA IF NOT EXISTS silver;
CREATE TABLE silver.customers USING delta AS SELECT * FROM bronze.customers
