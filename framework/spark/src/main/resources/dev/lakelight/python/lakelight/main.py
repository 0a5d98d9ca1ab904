"""Runs the cells that the JVM hands out, one after the other, until the JVM ends or ends this."""

import _thread
import os
import signal
import sys
import threading
import types

from lakelight import cells, dbutils, display, kernel, session
from lakelight.bridge import Bridge


def main():
    watch(os.fdopen(os.dup(0), "rb", 0))
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    sys.stdout.reconfigure(line_buffering=True)
    folders = os.environ.pop("LAKELIGHT_PYTHON_FOLDERS").split(os.pathsep)
    sys.path[:0] = folders
    gateway, java = session.connect()
    bridge = Bridge(java, gateway)
    spark = session.start(bridge, folders)
    serve(bridge, cells.Cells(namespace(bridge, spark)), spark)
    os._exit(0)


def watch(pipe):
    """The pipe ends with the JVM, and so does this. A line of it asks to interrupt the cell."""

    def listen():
        while pipe.readline():
            interrupt()
        os._exit(0)

    threading.Thread(target=listen, name="lakelight", daemon=True).start()


def interrupt():
    if hasattr(signal, "pthread_kill"):
        signal.pthread_kill(threading.main_thread().ident, signal.SIGINT)
    else:
        _thread.interrupt_main()


def namespace(bridge, spark):
    """Return the names that cells have, in a module called __main__ so that functions of cells go to executors by value."""
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    utilities = dbutils.DBUtils(bridge)
    shown = display.Display(bridge)
    names = session.names(spark)
    names.update(
        dbutils=utilities,
        display=shown.display,
        displayHTML=shown.html,
        getArgument=utilities.widgets.getArgument,
    )
    session.publish(names)
    kernel.install(bridge)
    vars(module).update(names)
    return vars(module)


def serve(bridge, running, spark):
    while True:
        code = bridge.next()
        if code is None:
            return
        running.prepare(code.arguments(), session.frame(code.sqlResult(), spark))
        outcome = running.run(cells.Source(code.text(), code.label(), code.line(), code.isFile()))
        bridge.ended(outcome)


if __name__ == "__main__":
    main()
