"""The Python side of Lakelight's Python cells. A JVM starts it, one process for each notebook run."""
