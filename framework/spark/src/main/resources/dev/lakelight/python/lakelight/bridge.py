"""What the Python side knows of the JVM that started it."""

import os
import sys
import threading


class Bridge:
    def __init__(self, java, gateway):
        self.java = java
        self.gateway = gateway
        self._stdout = sys.stdout
        self._marker = java.marker().encode("ascii")
        self._marks = 0
        self._cell = 0
        self._lock = threading.Lock()
        self._thread = threading.local()

    def next(self):
        """Wait for the next cell. The JVM's thread that serves this one then belongs to it."""
        code = self.java.next()
        self._cell += 1
        self._thread.cell = self._cell
        return code

    def entered(self):
        """Return the JVM's object, called by a thread that belongs to the cell also when the cell has started it."""
        if getattr(self._thread, "cell", None) != self._cell:
            self.java.enter()
            self._thread.cell = self._cell
        return self.java

    def in_order(self):
        """Let the JVM take all that was printed before it prints itself."""
        with self._lock:
            self._stdout.flush()
            sys.stderr.flush()
            self._marks += 1
            os.write(1, self._marker)
            self.java.awaitMarks(self._marks)

    def ended(self, outcome):
        self.in_order()
        self.java.ended(outcome.kind, outcome.type, outcome.message, outcome.trace, outcome.line)
