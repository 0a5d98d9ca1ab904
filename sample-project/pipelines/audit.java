// Databricks notebook source
// MAGIC %md
// MAGIC # Nothing gets lost
// MAGIC The last step of every load: each delivered line must be either kept or rejected.

// COMMAND ----------

// MAGIC %run ./shared/tables

// COMMAND ----------

long delivered = spark.table("bronze.invoice_lines").count();
long kept = spark.table("silver.invoice_lines").count();
long rejected = spark.table("silver.rejected_lines").count();

// COMMAND ----------

// DBTITLE 1,Tell the tasks of a job that come later whether this load brought anything
String day = dbutils.widgets.getArgument("run_date", "");
long loaded = spark.table("bronze.invoice_lines").where("CAST(load_date AS STRING) = '%s'".formatted(day)).count();
dbutils.jobs.taskValues.set("loaded", loaded);

// COMMAND ----------

String result = "%d lines delivered, %d kept, %d rejected".formatted(delivered, kept, rejected);

if (delivered != kept + rejected) {
    throw new IllegalStateException("Lines got lost: " + result);
}

dbutils.notebook.exit(result);
