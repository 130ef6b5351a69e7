"""Print CPython's own syntax trees in the format of Printer (print.go).

    dump.py hashes [--places] < PATHS      one line per file: the SHA-1 of the tree, or "!" and why it was refused
    dump.py tree [--places] PATH           one tree
    dump.py snippets < JSON > JSON         a list of sources -> a list of {"tree"} or {"error"}, with places
    dump.py time < PATHS                   bytes and seconds that ast.parse took for all files

Run with the python that is to be asked; the version is on the first line of what hashes and time print.
"""

import ast
import hashlib
import json
import sys
import threading
import time
import warnings

# The fields that are printed, where they are not all of _fields.
LEFT_OUT = {"ctx", "type_comment", "type_ignores", "kind"}
LATER = {"FunctionDef": ["type_params"], "AsyncFunctionDef": ["type_params"], "ClassDef": ["type_params"],
         "TypeVar": ["default_value"], "TypeVarTuple": ["default_value"], "ParamSpec": ["default_value"]}
BARE = (ast.operator, ast.unaryop, ast.boolop, ast.cmpop)
# Before 3.12, what stands inside an f-string had wrong places.
FSTRING_PLACES = sys.version_info >= (3, 12)


def quote(text):
    out = []
    for char in text:
        code = ord(char)
        if char in '"\\':
            out.append("\\" + char)
        elif 0x20 <= code < 0x7F:
            out.append(char)
        elif code > 0xFFFF:
            code -= 0x10000
            out.append("\\u%04x\\u%04x" % (0xD800 + (code >> 10), 0xDC00 + (code & 0x3FF)))
        else:
            out.append("\\u%04x" % code)
    return '"' + "".join(out) + '"'


def quote_bytes(value):
    return 'b"' + "".join(chr(c) if 0x20 <= c < 0x7F and c not in b'"\\' else "\\x%02x" % c for c in value) + '"'


def constant(value):
    if value is Ellipsis:
        return "..."
    if value is None or value is True or value is False:
        return str(value)
    if isinstance(value, int):
        return hex(value) if value.bit_length() > 63 else str(value)
    if isinstance(value, float):
        return "float:" + number(value)
    if isinstance(value, complex):
        return "imaginary:" + number(value.imag)
    if isinstance(value, bytes):
        return quote_bytes(value)
    return quote(value)


def number(value):
    if value in (float("inf"), float("-inf")):
        return "+Inf"
    return "%.17g" % value


class Dumper:
    def __init__(self, places):
        self.places = places
        self.out = []
        self.fields = {}

    def fields_of(self, cls):
        names = [name for name in cls._fields if name not in LEFT_OUT]
        missing = [name for name in LATER.get(cls.__name__, []) if name not in names]
        lists = {"type_params"}
        self.fields[cls] = result = (names, ["[]" if name in lists else "-" for name in missing])
        return result

    def node(self, node, inside):
        cls = node.__class__
        if isinstance(node, BARE):
            self.out.append(cls.__name__)
            return
        out = self.out
        out.append("(" + cls.__name__)
        if self.places and not inside and hasattr(node, "lineno"):
            out.append("@%d:%d-%d:%d" % (node.lineno, node.col_offset, node.end_lineno, node.end_col_offset))
        if cls is ast.JoinedStr and not FSTRING_PLACES:
            inside = True
        names, missing = self.fields.get(cls) or self.fields_of(cls)
        for name in names:
            value = getattr(node, name)
            out.append(" ")
            if name == "value" and (cls is ast.Constant or cls is ast.MatchSingleton):
                if cls is ast.Constant and node.kind == "u":
                    out.append("u")
                out.append(constant(value))
            elif name == "str" and cls.__name__ == "Interpolation":
                out.append(quote(value))
            else:
                self.value(value, inside)
        for text in missing:
            out.append(" " + text)
        out.append(")")

    def value(self, value, inside):
        if value is None or value == "":
            self.out.append("-")
        elif isinstance(value, ast.AST):
            self.node(value, inside)
        elif isinstance(value, list):
            self.out.append("[")
            for i, item in enumerate(value):
                if i:
                    self.out.append(" ")
                self.value(item, inside)
            self.out.append("]")
        elif isinstance(value, str):
            self.out.append(quote(value))
        else:
            self.out.append(str(value))


def parse(source):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(source)


def dump(source, places):
    tree = parse(source)
    dumper = Dumper(places)
    for stmt in tree.body:
        dumper.node(stmt, False)
        dumper.out.append("\n")
    return "".join(dumper.out)


def answer(source, places):
    try:
        return dump(source, places), None
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        return None, "%s: %s" % (type(error).__name__, error.msg if isinstance(error, SyntaxError) else error)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def main():
    places = "--places" in sys.argv
    args = [arg for arg in sys.argv[1:] if arg != "--places"]
    version = "%d.%d" % sys.version_info[:2]
    if args[0] == "hashes":
        print(version)
        for line in sys.stdin:
            tree, error = answer(read(line.rstrip("\n")), places)
            if tree is None:
                print("!" + error.replace("\n", " "))
            else:
                print(hashlib.sha1(tree.encode("ascii")).hexdigest())
    elif args[0] == "tree":
        tree, error = answer(read(args[1]), places)
        sys.stdout.write(tree if tree is not None else "!" + error)
    elif args[0] == "snippets":
        answers = []
        for source in json.load(sys.stdin):
            tree, error = answer(source.encode("utf-8", "surrogatepass"), True)
            answers.append({"source": source, "tree": tree} if tree is not None else {"source": source, "error": error})
        json.dump({"version": version, "snippets": answers}, sys.stdout, indent=1)
        print()
    elif args[0] == "time":
        sources = [read(line.rstrip("\n")) for line in sys.stdin]
        start = time.perf_counter()
        size = 0
        for source in sources:
            try:
                parse(source)
                size += len(source)
            except (SyntaxError, ValueError, MemoryError, RecursionError):
                pass
        print(version)
        print(size, time.perf_counter() - start)


sys.setrecursionlimit(50000)
threading.stack_size(512 << 20)
thread = threading.Thread(target=main)
thread.start()
thread.join()
