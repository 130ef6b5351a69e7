"""Write small modules and what CPython makes of them: python testdata/soundness.py COUNT SEED FOLDER.

Each module is settings-like code of the constructs that the evaluator follows. Beside NAME.py it writes NAME.json: for
each upper-case name its type and repr, or the class of the exception that the module ends with.
"""

import json
import os
import random
import resource
import sys


class Writer:
    def __init__(self, rng):
        self.rng = rng
        self.lines = []
        self.names = {"int": [], "str": [], "bool": [], "list": [], "dict": [], "tuple": []}
        self.count = 0

    def fresh(self, kind):
        self.count += 1
        return "%s_%d" % (kind.upper(), self.count)

    def pick(self, kind):
        return self.rng.choice(self.names[kind]) if self.names[kind] and self.rng.random() < 0.6 else None

    def int(self, depth=0):
        r = self.rng
        name = self.pick("int")
        if depth > 2 or name and r.random() < 0.4:
            return name or str(r.choice([0, 1, 2, 3, 7, 60, 3600, -1]))
        return r.choice([
            lambda: str(r.choice([0, 1, 5, 60, 0o644, -3])),
            lambda: "(%s %s %s)" % (self.int(depth + 1), r.choice(["+", "-", "*", "|", "&", "^"]), self.int(depth + 1)),
            lambda: "(%s // %s)" % (self.int(depth + 1), r.choice(["2", "7", "-3"])),
            lambda: "(%s %% %s)" % (self.int(depth + 1), r.choice(["2", "7", "-3"])),
            lambda: "len(%s)" % self.list(depth + 1),
            lambda: "len(%s)" % self.str(depth + 1),
            lambda: "int(%r)" % str(r.randrange(-50, 50)),
            lambda: "max(%s, %s)" % (self.int(depth + 1), self.int(depth + 1)),
            lambda: "(%s if %s else %s)" % (self.int(depth + 1), self.bool(depth + 1), self.int(depth + 1)),
            lambda: "%s.count(%s)" % (self.list(depth + 1), self.str(depth + 1)),
            lambda: "sum([%s, %s])" % (self.int(depth + 1), self.int(depth + 1)),
            lambda: "int(%s)" % self.bool(depth + 1),
            lambda: "%s.find(%r)" % (self.str(depth + 1), r.choice("ab,.")),
        ])()

    def str(self, depth=0):
        r = self.rng
        name = self.pick("str")
        if depth > 2 or name and r.random() < 0.4:
            return name or repr(r.choice(["", "a", "b,c", "Debug", " x ", "True", "false", "/srv/app/", "a=b", "\u00e9t\u00e9"]))
        return r.choice([
            lambda: repr(r.choice(["", "abc", "a,b,,c", "Hello World", "http://x.org/path", "tab\tline\n", "it's"])),
            lambda: "(%s + %s)" % (self.str(depth + 1), self.str(depth + 1)),
            lambda: "%s.%s()" % (self.str(depth + 1), r.choice(["lower", "upper", "strip", "title", "capitalize", "lstrip", "swapcase"])),
            lambda: "%s.replace(%r, %r)" % (self.str(depth + 1), r.choice(["a", ",", " "]), r.choice(["", "x", "--"])),
            lambda: "%r.join(%s)" % (r.choice([",", "", " / "]), self.list(depth + 1)),
            lambda: 'f"{%s}-{%s}"' % (r.choice(["1", "True", "None", "'q'", "2.5"]), self.int(3)),
            lambda: "('%%s:%%d' %% (%s, %s))" % (self.str(depth + 1), self.int(depth + 1)),
            lambda: "'{}/{n}'.format(%s, n=%s)" % (self.str(depth + 1), self.int(depth + 1)),
            lambda: "str(%s)" % r.choice([self.int, self.bool, self.list, self.dict, self.tuple])(depth + 1),
            lambda: "(%s or %s)" % (self.str(depth + 1), self.str(depth + 1)),
            lambda: "(%s and %s)" % (self.str(depth + 1), self.str(depth + 1)),
            lambda: "%s[%s:%s]" % (self.str(depth + 1), r.choice(["", "1", "-2"]), r.choice(["", "3", "-1"])),
            lambda: "%s[::-1]" % self.str(depth + 1),
            lambda: "repr(%s)" % self.str(depth + 1),
            lambda: "os.path.join(%s, %s)" % (self.str(depth + 1), self.str(depth + 1)),
            lambda: "os.path.%s(%s)" % (r.choice(["dirname", "basename", "normpath"]), self.str(depth + 1)),
            lambda: "os.path.splitext(%s)[%d]" % (self.str(depth + 1), r.randrange(2)),
            lambda: "%s.partition(',')[%d]" % (self.str(depth + 1), r.randrange(3)),
            lambda: "str(Path(%s) / %s)" % (self.str(depth + 1), self.str(depth + 1)),
            lambda: "Path(%s).%s" % (self.str(depth + 1), r.choice(["name", "as_posix()"])),
            lambda: "'%%05d|%%-6s|%%.2f' %% (%s, 'ab', 1.5)" % self.int(depth + 1),
            lambda: 'f"{%s:>8}|{%s:04d}"' % (r.choice(["'z'", "'long word'"]), self.int(3)),
        ])()

    def bool(self, depth=0):
        r = self.rng
        name = self.pick("bool")
        if depth > 2 or name and r.random() < 0.4:
            return name or r.choice(["True", "False"])
        return r.choice([
            lambda: "(not %s)" % self.bool(depth + 1),
            lambda: "(%s %s %s)" % (self.int(depth + 1), r.choice(["==", "!=", "<", "<=", ">"]), self.int(depth + 1)),
            lambda: "(%s %s %s)" % (self.str(depth + 1), r.choice(["==", "!=", "<", "in", "not in"]), self.str(depth + 1)),
            lambda: "(%s %s %s)" % (self.str(depth + 1), r.choice(["in", "not in"]), self.list(depth + 1)),
            lambda: "(%s and %s)" % (self.bool(depth + 1), self.bool(depth + 1)),
            lambda: "(%s or %s)" % (self.bool(depth + 1), self.bool(depth + 1)),
            lambda: "bool(%s)" % r.choice([self.str, self.list, self.int, self.dict])(depth + 1),
            lambda: "isinstance(%s, %s)" % (r.choice([self.str, self.int, self.bool, self.list])(depth + 1), r.choice(["str", "int", "(list, tuple)", "bool"])),
            lambda: "%s.startswith(%s)" % (self.str(depth + 1), self.str(depth + 1)),
            lambda: "(%s is None)" % self.str(depth + 1),
            lambda: "(0 < %s < 10)" % self.int(depth + 1),
            lambda: "any(x for x in %s)" % self.list(depth + 1),
            lambda: "%s.isdigit()" % self.str(depth + 1),
            lambda: "(%s == %s)" % (self.list(depth + 1), self.list(depth + 1)),
        ])()

    def list(self, depth=0):
        r = self.rng
        name = self.pick("list")
        if depth > 2 or name and r.random() < 0.4:
            return name or r.choice(["[]", "['a']", "['a', 'b', 'a']"])
        return r.choice([
            lambda: "[%s]" % ", ".join(self.str(depth + 1) for _ in range(r.randrange(4))),
            lambda: "%s.split(',')" % self.str(depth + 1),
            lambda: "%s.split()" % self.str(depth + 1),
            lambda: "[x.strip() for x in %s]" % self.list(depth + 1),
            lambda: "[x for x in %s if x]" % self.list(depth + 1),
            lambda: "(%s + %s)" % (self.list(depth + 1), self.list(depth + 1)),
            lambda: "[*%s, %s]" % (self.list(depth + 1), self.str(depth + 1)),
            lambda: "sorted(%s)" % self.list(depth + 1),
            lambda: "sorted(set(%s))" % self.list(depth + 1),
            lambda: "list(%s)" % self.tuple(depth + 1),
            lambda: "list(map(str, %s))" % self.list(depth + 1),
            lambda: "list(filter(None, %s))" % self.list(depth + 1),
            lambda: "%s[%s:%s]" % (self.list(depth + 1), r.choice(["", "1", "-1"]), r.choice(["", "2"])),
            lambda: "list(reversed(%s))" % self.list(depth + 1),
            lambda: "list(%s)" % self.dict(depth + 1),
            lambda: "(%s * %d)" % (self.list(depth + 1), r.randrange(3)),
        ])()

    def tuple(self, depth=0):
        r = self.rng
        name = self.pick("tuple")
        if depth > 2 or name and r.random() < 0.4:
            return name or r.choice(["()", "('a',)", "('a', 'b')"])
        return r.choice([
            lambda: "(%s,)" % self.str(depth + 1),
            lambda: "tuple(%s)" % self.list(depth + 1),
            lambda: "(%s + %s)" % (self.tuple(depth + 1), self.tuple(depth + 1)),
            lambda: "(%s, *%s)" % (self.str(depth + 1), self.list(depth + 1)),
        ])()

    def dict(self, depth=0):
        r = self.rng
        name = self.pick("dict")
        if depth > 2 or name and r.random() < 0.4:
            return name or r.choice(["{}", "{'a': 'x'}"])
        return r.choice([
            lambda: "{%s}" % ", ".join("%s: %s" % (self.str(depth + 1), self.str(depth + 1)) for _ in range(r.randrange(3))),
            lambda: "{**%s, 'k': %s}" % (self.dict(depth + 1), self.str(depth + 1)),
            lambda: "dict(a=%s, b=%s)" % (self.str(depth + 1), self.str(depth + 1)),
            lambda: "{x: x.upper() for x in %s}" % self.list(depth + 1),
            lambda: "dict(zip(%s, %s))" % (self.list(depth + 1), self.list(depth + 1)),
        ])()

    def expr(self, kind):
        return getattr(self, kind)()

    def assign(self, indent):
        kind = self.rng.choice(list(self.names))
        name = self.fresh(kind) if self.rng.random() < 0.7 or not self.names[kind] else self.rng.choice(self.names[kind])
        self.lines.append("%s%s = %s" % (indent, name, self.expr(kind)))
        return kind, name

    def remember(self, kind, name):
        if name not in self.names[kind]:
            self.names[kind].append(name)

    def statement(self, depth=0, indent=""):
        r = self.rng
        roll = r.random()
        add = lambda text: self.lines.append(indent + text)
        if roll < 0.45 or depth > 2:
            kind, name = self.assign(indent)
            if depth == 0:
                self.remember(kind, name)
        elif roll < 0.58 and self.names["list"]:
            name = r.choice(self.names["list"])
            add(r.choice([
                "%s.append(%s)" % (name, self.str(1)), "%s.extend(%s)" % (name, self.list(1)),
                "%s += %s" % (name, self.list(1)), "%s.insert(%d, %s)" % (name, r.randrange(-1, 3), self.str(1)),
                "%s += %s" % (name, self.tuple(1)), "%s.reverse()" % name, "%s.sort()" % name,
                "if %s: %s.pop(0)" % (name, name), "if 'a' in %s: %s.remove('a')" % (name, name),
                "%s = %s" % (self.alias("list"), name),
            ]))
        elif roll < 0.68 and self.names["dict"]:
            name = r.choice(self.names["dict"])
            add(r.choice([
                "%s[%s] = %s" % (name, self.str(1), self.str(1)), "%s.update(%s)" % (name, self.dict(1)),
                "%s.setdefault('a', %s)" % (name, self.str(1)), "%s.pop('a', None)" % name,
                "%s = %s" % (self.alias("dict"), name), "%s |= %s" % (name, self.dict(1)),
            ]))
        elif roll < 0.80:
            add("if %s:" % self.bool())
            self.block(depth, indent)
            if r.random() < 0.5:
                add("elif %s:" % self.bool())
                self.block(depth, indent)
            if r.random() < 0.6:
                add("else:")
                self.block(depth, indent)
        elif roll < 0.87:
            add("for item in tuple(%s)[:9]:" % r.choice([self.list, self.tuple])())
            self.lines.append(indent + "    " + r.choice(["if item == 'a': break", "if not item: continue", "pass"]))
            self.block(depth, indent)
        elif roll < 0.93:
            add("try:")
            self.block(depth, indent)
            self.lines.append(indent + "    " + r.choice(["int(%s)" % self.str(), "%s['a']" % self.dict(), "pass"]))
            add("except %s:" % r.choice(["Exception", "Exception", "(ValueError, KeyError, IndexError)", "(ValueError, LookupError)", "(ValueError, KeyError)"]))
            self.block(depth, indent)
        elif depth == 0:
            self.count += 1
            fn = "helper_%d" % self.count
            add("def %s(a, b=%s):" % (fn, self.str(2)))
            add("    if %s:" % r.choice(["a", "a == b", "b in a", "not a"]))
            add("        return a + b")
            if r.random() < 0.5:
                add("    for c in a:")
                add("        if c == 'a':")
                add("            return b")
            add("    return %s" % r.choice(["b", "a.upper()", "'none'"]))
            name = self.fresh("str")
            add("%s = %s(%s)" % (name, fn, self.str(1)))
            self.remember("str", name)
        else:
            add("pass")

    def alias(self, kind):
        name = self.fresh(kind)
        return name

    def block(self, depth, indent):
        for _ in range(self.rng.randrange(1, 3)):
            self.statement(depth + 1, indent + "    ")


def module(seed):
    w = Writer(random.Random(seed))
    w.lines += ["import os", "from pathlib import Path", ""]
    for _ in range(w.rng.randrange(5, 30)):
        w.statement()
    return "\n".join(w.lines) + "\n"


def run(source):
    namespace = {"__name__": "settings"}
    out = {}
    try:
        exec(compile(source, "settings.py", "exec"), namespace)
    except Exception as e:
        return {"raises": type(e).__name__}
    for name in sorted(namespace):
        if name.isupper():
            out[name] = [type(namespace[name]).__name__, repr(namespace[name])]
    return {"names": out}


def main():
    resource.setrlimit(resource.RLIMIT_AS, (1 << 29, 1 << 29))
    resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
    count, seed, folder = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    os.makedirs(folder, exist_ok=True)
    for i in range(count):
        source = module(seed + i)
        base = os.path.join(folder, "m%04d" % i)
        with open(base + ".py", "w", encoding="utf-8") as f:
            f.write(source)
        with open(base + ".json", "w", encoding="utf-8") as f:
            json.dump(run(source), f, indent=1, sort_keys=True)
            f.write("\n")


if __name__ == "__main__":
    main()
