// Databricks notebook source
String password = dbutils.secrets.get("vault", "password");
String changed = java.net.URLEncoder.encode(password, java.nio.charset.StandardCharsets.UTF_8);
System.out.println("printed " + password + " and " + changed);
System.err.println("printed as an error " + password);
System.out.println("{\"html\": \"" + password.replace("&", "&amp;") + "\", \"json\": \"" + password.replace("\"", "\\\"") + "\"}");
org.slf4j.LoggerFactory.getLogger("org.apache.spark.Pipeline").warn("logged {}", password);
dbutils.jobs.taskValues.set("password", password);

// COMMAND ----------

// MAGIC %sql
// MAGIC SELECT 'zebra/cros"sing&77' AS literal

// COMMAND ----------

display(spark.sql("SELECT '" + password + "' AS `" + password + "`"));
displayHTML("<b>" + password + "</b>");

// COMMAND ----------

spark.sql("CREATE SCHEMA IF NOT EXISTS silver");
spark.sql("CREATE OR REPLACE TABLE silver.users AS SELECT 1 AS id, '" + password + "' AS password");

// COMMAND ----------

if (dbutils.widgets.get("ending").equals("exit")) {
  dbutils.notebook.exit("exited with " + password);
}

// COMMAND ----------

try {
  spark.sql("SELECT raise_error('" + password + "')").collect();
} catch (Exception e) {
  throw new IllegalStateException("thrown " + password, e);
}
