"""Joins PySpark to the JVM's SparkContext and to the session of the run."""

import importlib.util
import os
import signal
import sys
import types

import py4j
import pyspark
from pyspark.java_gateway import launch_gateway
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.functions import udf


class RunSession(SparkSession):
    """The session of one run. The cluster serves others, so stopping it does nothing."""

    def stop(self):
        pass


class RunContext(pyspark.SparkContext):
    """The context of the cluster. Stopping it does nothing, either."""

    def stop(self):
        pass

    @property
    def pythonExec(self):
        """The Python of executors, asked for whenever a function is to go there."""
        if minor(pyspark.__version__) != minor(self.version):
            raise RuntimeError(OTHER_VERSION % (pyspark.__version__, self.version, self.version))
        return self._python_of_executors

    @pythonExec.setter
    def pythonExec(self, command):
        self._python_of_executors = command


OTHER_VERSION = (
    "PySpark %s cannot run Python functions on the executors of Spark %s: they speak to Python in another way, and would wait"
    " for ever. This concerns user-defined functions, RDDs, and DataFrames made from Python values. Install pyspark==%s."
)


def minor(version):
    return version.split(".")[:2]


def connect():
    gateway = launch_gateway()
    os.environ.pop("PYSPARK_GATEWAY_SECRET")
    run = os.environ.pop("LAKELIGHT_PYTHON_RUN")
    return gateway, gateway.jvm.dev.lakelight.python.PythonBridge.of(run)


def start(bridge, folders):
    context = bridge.java.context()
    # PySpark takes over Ctrl-C, and would cancel the jobs of everyone on the cluster.
    on_interrupt = signal.getsignal(signal.SIGINT)
    sc = RunContext(
        gateway=bridge.gateway, jsc=context, conf=pyspark.SparkConf(_jconf=context.getConf())
    )
    signal.signal(signal.SIGINT, on_interrupt)
    sc.environment["PYTHONPATH"] = os.pathsep.join(folders + [home(pyspark), home(py4j)])
    # Not the default session of the JVM, in which other runs have theirs.
    SparkSession._instantiatedSession = types.SimpleNamespace(_sc=sc)
    spark = RunSession(sc, bridge.java.spark())
    SparkSession._instantiatedSession = spark
    SparkSession._activeSession = spark
    return spark


def home(package):
    return os.path.dirname(os.path.dirname(os.path.abspath(package.__file__)))


def names(spark):
    return {
        "spark": spark,
        "sc": spark.sparkContext,
        "sqlContext": sql_context(spark),
        "sql": spark.sql,
        "table": spark.table,
        "udf": udf,
    }


def sql_context(spark):
    from pyspark.sql import SQLContext

    return SQLContext(spark.sparkContext, spark)


def frame(dataset, spark):
    """Return the result of the last SQL cell, when there is a new one."""
    return None if dataset is None else DataFrame(dataset, spark)


def publish(found):
    """Let modules have the names as well, in the ways that Databricks has for that."""
    of_spark = module("pyspark.dbutils", DBUtils=lambda spark=None: found["dbutils"])
    pyspark.dbutils = of_spark
    namespace = types.SimpleNamespace(get_namespace_globals=lambda: dict(found))
    initializer = types.SimpleNamespace(getOrCreate=lambda: namespace)
    # Databricks' SDK asks for this. Where it is not installed, that part of it is here all the same, as on a cluster.
    module("dbruntime", UserNamespaceInitializer=initializer)
    if not has_sdk():
        for name in ("databricks", "databricks.sdk"):
            module(name, __path__=[])
        module("databricks.sdk.runtime", **found)


def module(name, **content):
    made = types.ModuleType(name)
    vars(made).update(content)
    sys.modules[name] = made
    return made


def has_sdk():
    try:
        return importlib.util.find_spec("databricks.sdk") is not None
    except ModuleNotFoundError:
        return False
