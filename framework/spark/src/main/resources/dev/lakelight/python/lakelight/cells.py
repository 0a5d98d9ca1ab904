"""Compiles and runs the text of cells, and says what became of it."""

import ast
import linecache
import os
import sys
import traceback
from collections import namedtuple

from lakelight import lines

Source = namedtuple("Source", "text label line is_file")
"""Text of a cell; what tracebacks call it; the line of the file on which it begins; whether it is a file's."""

Outcome = namedtuple("Outcome", "kind type message trace line")
"""ok, exit, quit, syntax or error; class and message of an error, or the exit value; line of the file, or 0."""

OURS = os.path.dirname(os.path.abspath(__file__))


class NotebookExit(BaseException):
    """Ends a notebook. No Exception, so that a cell's own `except Exception` does not swallow it."""

    def __init__(self, value):
        super().__init__(value)
        self.value = value


class Cells:
    def __init__(self, namespace):
        self._namespace = namespace

    def prepare(self, arguments, sql_result):
        if arguments is not None:
            sys.argv = list(arguments)
            self._namespace["__file__"] = sys.argv[0]
        if sql_result is not None:
            self._namespace["_sqldf"] = sql_result

    def run(self, source):
        try:
            tree, text = parse(source)
        except (SyntaxError, ValueError) as error:
            return not_python(error)
        linecache.cache[source.label] = (len(text), None, text.splitlines(True), source.label)
        try:
            self._execute(tree, source)
            return Outcome("ok", "", "", "", 0)
        except NotebookExit as end:
            return Outcome("exit", "", end.value, "", 0)
        except SystemExit as end:
            return ended_by(end, source)
        except BaseException as error:
            return failed(error, source)

    def _execute(self, tree, source):
        shown = None
        if tree.body and isinstance(tree.body[-1], ast.Expr) and not source.is_file:
            shown = ast.Expression(tree.body.pop().value)
        exec(compile(tree, source.label, "exec", dont_inherit=True), self._namespace)
        if shown is None:
            return
        value = eval(compile(shown, source.label, "eval", dont_inherit=True), self._namespace)
        if value is not None and not source.text.rstrip().endswith(";"):
            self._namespace["_"] = value
            print(repr(value))


def parse(source):
    """Return the tree of a cell and its text behind as many empty lines as make its lines those of the file."""
    above = "\n" * (source.line - 1)
    try:
        return ast.parse(above + source.text, source.label), above + source.text
    except SyntaxError:
        text = lines.as_python(source.text)
        if text == source.text:
            raise
        return ast.parse(above + text, source.label), above + text


def not_python(error):
    line = getattr(error, "lineno", None) or 0
    shown = "".join(traceback.format_exception_only(type(error), error)).splitlines()
    below = [text for text in shown if not text.lstrip().startswith("File ")]
    message = "\n".join(below[-1:] + below[:-1])
    return Outcome("syntax", type(error).__name__, message, "", line)


def ended_by(end, source):
    if source.is_file and end.code in (None, 0):
        return Outcome("quit", "", "", "", 0)
    outcome = failed(end, source)
    if source.is_file:
        return outcome._replace(message="sys.exit(%r)" % (end.code,))
    advice = "%r. A notebook is ended by dbutils.notebook.exit" % (end.code,)
    return outcome._replace(message=advice)


def failed(error, source):
    trace = outside(error.__traceback__)
    kind, message = described(error)
    text = "".join(traceback.format_exception(type(error), error, trace))
    return Outcome("error", kind, message, text, line_in(source.label, trace))


def outside(trace):
    """Leave out how the cell was called."""
    while trace is not None and os.path.dirname(trace.tb_frame.f_code.co_filename) == OURS:
        trace = trace.tb_next
    return trace


def line_in(label, trace):
    line = 0
    for frame, at in traceback.walk_tb(trace):
        if frame.f_code.co_filename == label:
            line = at
    return line


def described(error):
    """Return class and message; of what the JVM has thrown, those that it has there."""
    thrown = getattr(error, "java_exception", None)
    if thrown is None:
        return type(error).__name__, str(error)
    return thrown.getClass().getSimpleName(), thrown.getMessage() or thrown.toString()
