"""dbutils with the parameters that Databricks has in Python. The work is done by the one of the JVM."""

import json
from collections import namedtuple

from py4j.java_gateway import get_field

from lakelight.cells import NotebookExit


class FileInfo(namedtuple("FileInfo", "path name size modificationTime")):
    def isDir(self):
        return self.name.endswith("/")

    def isFile(self):
        return not self.isDir()


MountInfo = namedtuple("MountInfo", "mountPoint source encryptionType")
SecretMetadata = namedtuple("SecretMetadata", "key")
SecretScope = namedtuple("SecretScope", "name")
SecretScope.getName = lambda scope: scope.name


def items(sequence, kind):
    """Return a Scala sequence of records as a list."""
    found = [sequence.apply(index) for index in range(sequence.size())]
    return [kind(*(getattr(item, name)() for name in kind._fields)) for item in found]


class Part:
    """A part of dbutils. What it does not define is that of the JVM."""

    def __init__(self, bridge, name):
        self._bridge = bridge
        self._name = name

    def _java(self):
        found = self._bridge.entered().dbutils()
        for name in self._name.split("."):
            found = get_field(found, name)
        return found

    def help(self, method=None):
        self._bridge.in_order()
        return self._java().help() if method is None else self._java().help(method)

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)

        def call(*arguments):
            self._bridge.in_order()
            return getattr(self._java(), name)(*arguments)

        return call


class Widgets(Part):
    def text(self, name, defaultValue, label=None):
        self._java().text(name, str(defaultValue))

    def dropdown(self, name, defaultValue, choices, label=None):
        self._java().dropdown(name, str(defaultValue), texts(choices))

    def combobox(self, name, defaultValue, choices, label=None):
        self._java().combobox(name, str(defaultValue), texts(choices))

    def multiselect(self, name, defaultValue, choices, label=None):
        self._java().multiselect(name, str(defaultValue), texts(choices))

    def get(self, name):
        return self._java().get(name)

    def getArgument(self, name, defaultValue=None):
        if defaultValue is None:
            return self._java().getArgument(name)
        return self._java().getArgument(name, str(defaultValue))

    def getAll(self):
        return dict(self._java().getAll())

    def remove(self, name):
        self._java().remove(name)

    def removeAll(self):
        self._java().removeAll()


def texts(choices):
    return [str(choice) for choice in choices]


class Notebook(Part):
    def exit(self, value=""):
        raise NotebookExit("" if value is None else str(value))

    def run(self, path, timeout_seconds=0, arguments=None, **cluster):
        values = {str(name): str(value) for name, value in (arguments or {}).items()}
        self._bridge.in_order()
        return self._java().run(path, int(timeout_seconds), values)

    def getContext(self):
        return self._java().getContext()

    @property
    def entry_point(self):
        return EntryPoint(self)


class EntryPoint:
    """dbutils.notebook.entry_point, by which notebooks reach their context."""

    def __init__(self, notebook):
        self._notebook = notebook

    def getDbutils(self):
        return self

    def notebook(self):
        return self

    def getContext(self):
        return self._notebook.getContext()

    def getCurrentBindings(self):
        return Widgets(self._notebook._bridge, "widgets").getAll()


class Fs(Part):
    def ls(self, dir):
        found = self._java().list(dir)
        return [FileInfo(file.path(), file.name(), file.size(), file.modificationTime()) for file in found]

    def rm(self, dir, recurse=False):
        return self._java().rm(dir, recurse)

    def mkdirs(self, dir):
        return self._java().mkdirs(dir)

    def cp(self, source, to, recurse=False, **named):
        return self._java().cp(source, to, recurse)

    def mv(self, source, to, recurse=False):
        return self._java().mv(source, to, recurse)

    def head(self, file, max_bytes=65536, maxBytes=None):
        self._bridge.in_order()
        return self._java().head(file, int(maxBytes or max_bytes))

    def put(self, file, contents, overwrite=False):
        self._bridge.in_order()
        return self._java().put(file, contents, overwrite)

    def mount(self, source, mount_point, encryption_type="", owner=None, extra_configs=None, **named):
        return self._java().mount(source, mount_point, encryption_type or "")

    def updateMount(self, source, mount_point, encryption_type="", owner=None, extra_configs=None, **named):
        return self._java().updateMount(source, mount_point)

    def mounts(self):
        return items(self._java().mounts(), MountInfo)

    def unmount(self, mount_point):
        self._bridge.in_order()
        return self._java().unmount(mount_point)


class Secrets(Part):
    def get(self, scope, key):
        return self._java().get(scope, key)

    def getBytes(self, scope, key):
        return bytes(self._java().getBytes(scope, key))

    def list(self, scope):
        return items(self._java().list(scope), SecretMetadata)

    def listScopes(self):
        return items(self._java().listScopes(), SecretScope)


class TaskValues(Part):
    def set(self, key, value):
        self._java().setJson(key, json.dumps(value))

    def get(self, taskKey, key, default=None, debugValue=None):
        found = self._java().getJson(taskKey, key)
        if found.size() > 0:
            return json.loads(found.apply(0))
        in_job = Notebook(self._bridge, "notebook").getContext().tags().contains("taskKey")
        otherwise = default if in_job else debugValue
        return self._java().get(taskKey, key) if otherwise is None else otherwise


class Jobs(Part):
    @property
    def taskValues(self):
        return TaskValues(self._bridge, "jobs.taskValues")


class DBUtils:
    def __init__(self, bridge):
        self.widgets = Widgets(bridge, "widgets")
        self.notebook = Notebook(bridge, "notebook")
        self.fs = Fs(bridge, "fs")
        self.secrets = Secrets(bridge, "secrets")
        self.jobs = Jobs(bridge, "jobs")
        self.library = Part(bridge, "library")
        self.credentials = Part(bridge, "credentials")
        self.data = Part(bridge, "data")
        self.meta = Part(bridge, "meta")
        self._bridge = bridge

    def help(self, part=None):
        self._bridge.in_order()
        java = self._bridge.entered().dbutils()
        return java.help() if part is None else java.help(part)
