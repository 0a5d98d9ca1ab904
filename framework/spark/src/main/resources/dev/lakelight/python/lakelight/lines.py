"""Turns lines of a cell that are for the kernel and no Python, such as %pip, into calls of get_ipython()."""

import re

COMMAND = re.compile(r"(?P<indent>\s*)(?:(?P<cell>%%)(?P<name2>\w+)|%(?P<name>[A-Za-z_]\w*)|(?P<shell>!))(?P<rest>.*)")

RUNS_ITS_LINE = ("time", "timeit")
"""What measures a statement; it is run, and not measured."""


def as_python(text):
    """Return the cell as Python. Every line stays where it is. Called for cells that are no Python as they stand."""
    old = unindented(text.split("\n"))
    new = []
    while len(new) < len(old):
        line = old[len(new)]
        command = COMMAND.fullmatch(line)
        if command is None:
            new.append(line)
            continue
        whole, more = continued(old, len(new), command["rest"])
        new.append(command["indent"] + call(command, whole))
        new.extend([""] * more)
    return "\n".join(new)


def unindented(old):
    """A cell may be indented as a whole."""
    first = next((line for line in old if line.strip()), "")
    indent = first[: len(first) - len(first.lstrip())]
    return [line[len(indent) :] if line.startswith(indent) else line for line in old]


def continued(old, at, rest):
    """Return a command with the lines that it goes on in behind a backslash, and their number."""
    more = 0
    while rest.endswith("\\") and at + more + 1 < len(old):
        more += 1
        rest = rest[:-1].rstrip() + " " + old[at + more].strip()
    return rest.strip(), more


def call(command, rest):
    name = command["name"] or command["name2"]
    if command["shell"]:
        return "get_ipython().system(%r)" % rest
    if name in RUNS_ITS_LINE and not command["cell"]:
        return re.sub(r"^(-\w+\s*\d*\s+)*", "", rest) or "pass"
    return "get_ipython().run_%s_magic(%r, %r)" % ("cell" if command["cell"] else "line", name, rest)
