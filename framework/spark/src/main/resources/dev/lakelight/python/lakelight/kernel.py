"""What get_ipython() returns: as much of IPython's kernel as notebooks use in jobs."""

import builtins
import os

NO_EFFECT = {
    "pip": "libraries are those of the Python that runs the cell",
    "conda": "libraries are those of the Python that runs the cell",
    "restart_python": "libraries are those of the Python that runs the cell",
    "load_ext": "there is no IPython",
    "reload_ext": "there is no IPython",
    "autoreload": "there is no IPython",
    "matplotlib": "pictures are not shown",
    "config": "there is no IPython",
    "time": "nothing is measured",
    "timeit": "the cell runs once",
    "capture": "the output is shown",
}
OF_CELLS = ("sql", "scala", "java", "python", "r", "md", "run", "fs", "sh")


class UsageError(Exception):
    """A command that has no meaning here."""


class Kernel:
    def __init__(self, bridge):
        self._bridge = bridge

    def run_line_magic(self, name, line):
        if name in NO_EFFECT:
            self._bridge.entered().warn("%%%s has no effect here: %s." % (name, NO_EFFECT[name]))
        elif name in ("env", "set_env"):
            self._set(line)
        elif name == "cd":
            os.chdir(os.path.expanduser(line))
        elif name == "pwd":
            print(os.getcwd())
        elif name in OF_CELLS:
            raise UsageError("%%%s cannot stand within a Python cell. Put it into a cell of its own" % name)
        else:
            raise UsageError("the magic %%%s is unknown. Remove it" % name)

    def run_cell_magic(self, name, line, cell=None):
        if name not in ("time", "timeit", "capture"):
            raise UsageError("the magic %%%%%s is unknown. Remove it" % name)
        self.run_line_magic(name, line)

    def system(self, command):
        """Run a shell, where that is allowed."""
        self._bridge.in_order()
        self._bridge.entered().shell(command)

    @staticmethod
    def _set(line):
        name, _, value = line.replace("=", " ", 1).partition(" ")
        os.environ[name] = value.strip()


def install(bridge):
    kernel = Kernel(bridge)
    builtins.get_ipython = lambda: kernel
