"""Record what libraries of environment variables answer: python record.py LIBRARY SEED COUNT > LIBRARY-VERSION.json.

Each case is a small project (files and variables) and a few reads. A read is a module that sets X; what stands beside it
is X with its type, or the class of the exception that the module ends with. The library must be importable; which of its
versions that is goes into the recording.
"""

import importlib
import importlib.metadata
import json
import os
import random
import shutil
import sys
import tempfile
import types
import warnings

import cases


def show(value, root, depth=0):
    """Write a value with its type, as the Go side of the comparison does."""
    if depth > 20:
        return "<deep>"
    name = type(value).__name__
    if value is None or isinstance(value, bool):
        return str(value)
    if isinstance(value, int):
        return str(int(value)) if name == "int" else "<%s>" % name
    if isinstance(value, float):
        return repr(value)
    if name in ("str", "SafeString"):
        return json.dumps(value.replace(root, "ROOT"), ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    if isinstance(value, bytes):
        return "b" + json.dumps(value.decode("latin-1"), ensure_ascii=False)
    if name in ("PosixPath", "Path"):
        return "Path(%s)" % str(value).replace(root, "ROOT")
    if name == "ParseResult":
        return "<ParseResult>"
    if isinstance(value, (list, tuple)):
        parts = ", ".join(show(v, root, depth + 1) for v in value)
        return ("[%s]" if isinstance(value, list) else "(%s)") % parts
    if isinstance(value, (set, frozenset)):
        return "set{%s}" % ", ".join(sorted(show(v, root, depth + 1) for v in value))
    if isinstance(value, dict):
        return "{%s}" % ", ".join(sorted("%s: %s" % (show(k, root, depth + 1), show(v, root, depth + 1)) for k, v in value.items()))
    return "<%s>" % name


def run(path, source, finish):
    """Run a module and return X as text."""
    root = os.getcwd()
    module = types.ModuleType("settings")
    module.__file__ = os.path.join(root, path)
    sys.modules["settings"] = module
    try:
        exec(compile(source, module.__file__, "exec"), module.__dict__)
        if finish:
            finish(module)
        value = module.__dict__["X"]
    except BaseException as e:
        return "!" + type(e).__name__
    return show(value, root)


def forked(f):
    """Run f in a process of its own, so that nothing of it stays."""
    r, w = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(r)
        text = "!crash"
        try:
            text = f()
        finally:
            os.write(w, json.dumps(text).encode())
            os._exit(0)
    os.close(w)
    with os.fdopen(r, "rb") as f:
        data = f.read()
    os.waitpid(pid, 0)
    return json.loads(data)


def answer(case, source, finish):
    folder = os.path.realpath(tempfile.mkdtemp())
    try:
        for name, text in case["files"].items():
            full = os.path.join(folder, name)
            os.makedirs(os.path.dirname(full), exist_ok=True)
            with open(full, "w", encoding="utf-8", newline="") as f:
                f.write(text)
        path = case.get("path", "settings.py")
        os.makedirs(os.path.join(folder, os.path.dirname(path)), exist_ok=True)
        with open(os.path.join(folder, path), "w", encoding="utf-8") as f:
            f.write(source)

        def inside():
            os.chdir(folder)
            os.environ.clear()
            os.environ.update(case["env"])
            sys.path.insert(0, folder)
            return run(path, source, finish)

        return forked(inside)
    finally:
        shutil.rmtree(folder)


def lines(data):
    """Write a recording with a read on each line, so that a change of one is seen as one."""
    text = lambda x: json.dumps(x, ensure_ascii=False, sort_keys=True)
    out = []
    for case in data.pop("cases"):
        reads = case.pop("reads")
        out.append(text(case)[:-1] + ', "reads": [\n' + ",\n".join(text(x) for x in reads) + "]}")
    return text(data)[:-1] + ', "cases": [\n' + ",\n".join(out) + "]}\n"


def main():
    library, seed, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    warnings.simplefilter("ignore")
    sys.stderr = open(os.devnull, "w")
    versions = {}
    for d in importlib.metadata.distributions():
        name = d.metadata["Name"].lower()
        if name in cases.PACKAGES and name not in versions:
            versions[name] = d.version
    generate = getattr(cases, library.replace("-", "_"))
    finish = getattr(cases, library.replace("-", "_") + "_finish", None)
    for name in cases.modules(library):
        importlib.import_module(name)
    cases.prepare(library)
    rng = random.Random(seed)
    out, reads = [], 0
    while reads < count:
        case = generate(rng, versions.get(library, "0"))
        setup = case.pop("setup")
        answers = []
        for source in case.pop("reads"):
            answers.append([source, answer(case, setup + source + "\n", finish)])
        case["setup"], case["reads"] = setup, answers
        reads += len(answers)
        out.append(case)
    data = {"library": library, "versions": versions, "python": "%d.%d" % sys.version_info[:2], "cases": out}
    sys.stdout.buffer.write(lines(data).encode("utf-8"))


if __name__ == "__main__":
    main()
