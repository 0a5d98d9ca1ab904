"""display() and displayHTML(). What cannot be shown never fails a run."""

from pyspark.sql import DataFrame

from lakelight.dbutils import FileInfo

KEPT_ROWS = 20


class Display:
    def __init__(self, bridge):
        self._bridge = bridge

    def display(self, value=None, *arguments, **options):
        if isinstance(value, DataFrame):
            self._bridge.entered().display(value._jdf)
        elif hasattr(value, "iloc") and hasattr(value, "columns"):
            self._table([str(name) for name in value.columns], [str(kind) for kind in value.dtypes], value)
        elif isinstance(value, (list, tuple)) and value and all(isinstance(item, FileInfo) for item in value):
            self._listing(value)
        else:
            print(value)

    def html(self, html, *arguments, **options):
        self._bridge.in_order()
        self._bridge.entered().displayHtml(str(html))

    def _listing(self, files):
        rows = [[str(item) for item in file] for file in files[:KEPT_ROWS]]
        self._show(list(FileInfo._fields), ["string", "string", "bigint", "bigint"], rows, len(files))

    def _table(self, columns, types, frame):
        rows = [[str(item) for item in row] for row in frame.head(KEPT_ROWS).itertuples(index=False, name=None)]
        self._show(columns, types, rows, len(frame))

    def _show(self, columns, types, rows, count):
        self._bridge.entered().displayTable(columns, types, rows, count > len(rows))
