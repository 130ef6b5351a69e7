"""Write small settings modules and what CPython makes of them: python testdata/soundness.py COUNT SEED FOLDER.

For each module it writes NAME.json: the files of a small project, its environment, and a list of runs. What the evaluator
cannot know comes from a module called mystery, which has other values in each run. A run holds each upper-case name of
settings.py with its value, types kept apart, or the class of the exception that the module ends with.
"""

import collections
import importlib.abc
import importlib.util
import json
import os
import pathlib
import random
import resource
import sys

import soundness_modules

RUNS = 3


def tree(value, depth=0):
    """A value with its type, so that a list is no tuple, 1 is no True and 0.0 is no -0.0."""
    if depth > 30:
        return ["object"]
    kind = type(value)
    if value is None:
        return ["none"]
    if kind in (bool, int, float):
        return [kind.__name__, repr(value)]
    if kind is str:
        return ["str", value]
    if kind is bytes:
        return ["bytes", value.hex()]
    if isinstance(value, pathlib.PurePath):
        return ["path", str(value)]
    if kind is list or isinstance(value, tuple):
        return ["list" if kind is list else "tuple", [tree(v, depth + 1) for v in value]]
    if kind in (set, frozenset):
        return ["set", sorted((tree(v, depth + 1) for v in value), key=repr)]
    if isinstance(value, dict):
        return ["dict", [[tree(k, depth + 1), tree(v, depth + 1)] for k, v in value.items()]]
    return ["object"]


class Project(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds the modules of a project that is a dict of files."""

    def __init__(self, files):
        self.files = files

    def find_spec(self, name, path=None, target=None):
        file = name.replace(".", "/")
        if file + "/__init__.py" in self.files:
            spec = importlib.util.spec_from_loader(name, self, is_package=True)
            spec.submodule_search_locations = []
            return spec
        if file + ".py" in self.files:
            return importlib.util.spec_from_loader(name, self)
        return None

    def exec_module(self, module):
        file = module.__name__.replace(".", "/")
        text = self.files.get(file + "/__init__.py") or self.files.get(file + ".py", "")
        exec(compile(text, file + ".py", "exec"), module.__dict__)


class Mystery(type(sys)):
    """A module whose members have values that depend on the run."""

    def __init__(self, run):
        super().__init__("mystery")
        self.__run = run

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        rng = random.Random("%s %s" % (name, self.__run))
        kind = name.split("_")[0]
        if kind == "flag":
            return rng.random() < 0.5
        if kind == "text":
            return rng.choice(["", "a", "b,c", "prod", "5"])
        if kind == "num":
            return rng.randrange(-2, 5)
        if kind == "items":
            return [rng.choice("abc") for _ in range(rng.randrange(4))]
        if kind == "maybe":
            return rng.choice([None, "a", "x"])
        if kind == "fail":
            def fail(*args):
                if rng.random() < 0.5:
                    raise rng.choice([ValueError, KeyError, OSError])("fail")
                return rng.choice("ab")
            return fail
        if kind == "eat":
            def eat(target):
                if isinstance(target, list):
                    target.append("eaten")
                elif isinstance(target, dict):
                    target["eaten"] = "eaten"
                return target
            return eat
        raise AttributeError(name)


def run(files, environ, number):
    project = Project(files)
    before = set(sys.modules)
    sys.meta_path.insert(0, project)
    sys.modules["mystery"] = Mystery(number)
    os.environ.clear()
    os.environ.update(environ)
    try:
        module = importlib.import_module("settings")
        names = {n: tree(v) for n, v in vars(module).items() if n.isupper() and not n.startswith("_")}
        return {"names": collections.OrderedDict(sorted(names.items()))}
    except BaseException as e:
        if isinstance(e, (KeyboardInterrupt, MemoryError)):
            raise
        return {"raises": type(e).__name__}
    finally:
        sys.meta_path.remove(project)
        for name in set(sys.modules) - before:
            if name == "mystery" or name.replace(".", "/") + ".py" in files or name.replace(".", "/") + "/__init__.py" in files:
                del sys.modules[name]


def main():
    resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
    count, seed, folder = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    os.makedirs(folder, exist_ok=True)
    for i in range(count):
        files, environ = soundness_modules.project(seed + i)
        numbers = range(RUNS) if "mystery" in "".join(files.values()) else [0]
        try:
            runs = [run(files, environ, n) for n in numbers]
        except MemoryError:
            continue  # it is left out: where it ends depends on the machine
        with open(os.path.join(folder, "m%05d.json" % i), "w", encoding="utf-8") as f:
            json.dump({"files": files, "environ": environ, "runs": runs}, f, indent=1, ensure_ascii=False)
            f.write("\n")


if __name__ == "__main__":
    main()
