"""Random settings modules of the constructs that the evaluator follows, or says that it does not."""

import random


class Writer:
    """Writes one module: expressions by their type, and statements."""

    def __init__(self, rng, mystery=False, variables=()):
        self.rng = rng
        self.mystery = mystery
        self.variables = variables
        self.lines = []
        self.names = {"int": [], "str": [], "bool": [], "list": [], "dict": [], "tuple": []}
        self.count = 0

    def fresh(self, kind):
        self.count += 1
        return "%s_%d" % (kind.upper(), self.count)

    def pick(self, kind):
        return self.rng.choice(self.names[kind]) if self.names[kind] and self.rng.random() < 0.6 else None

    def unknown(self, kind):
        """A member of the module whose values are not known to the evaluator; sometimes."""
        if self.mystery and self.rng.random() < 0.1:
            return "mystery.%s_%d" % (kind, self.rng.randrange(6))
        return None

    def int(self, depth=0):
        r = self.rng
        name = self.pick("int") or self.unknown("num")
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
            lambda: "sum(len(x) for x in %s)" % self.list(depth + 1),
            lambda: "next((i for i, x in enumerate(%s) if x == 'a'), -1)" % self.list(depth + 1),
            lambda: "(%s ** %s)" % (self.int(depth + 1), r.choice(["0", "2", "3"])),
            lambda: "divmod(%s, 7)[%d]" % (self.int(depth + 1), r.randrange(2)),
            lambda: "abs(%s)" % self.int(depth + 1),
            lambda: "round(%s)" % self.float(depth + 1),
        ])()

    def str(self, depth=0):
        r = self.rng
        name = self.pick("str") or self.unknown("text")
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
            lambda: "('%%05d|%%-6s|%%.2f' %% (%s, 'ab', 1.5))" % self.int(depth + 1),
            lambda: 'f"{%s:>8}|{%s:04d}"' % (r.choice(["'z'", "'long word'"]), self.int(3)),
            lambda: 'f"{%s:%s}"' % (self.int(3), r.choice(["d", "5", "<5", "^7", "+d", "x", "#x", "o", "b", ",", "_", "08.2f", "e", "g", "%", " d", "=+6"])),
            lambda: 'f"{%s:%s}"' % (self.float(3), r.choice(["", "g", ".2f", "8.1f", ".3e", "%", "<9", "010.3f", ",.2f"])),
            lambda: 'f"{%s!%s:%s}"' % (self.str(3), r.choice("rs"), r.choice(["", "10", "^9", "<4", ".2", "*>6"])),
            lambda: "('%s' %% %s)" % (r.choice(["%5d", "%-5d", "%+d", "%x", "%o", "%X", "%#x", "%i", "%s", "%r", "%3s", "%%%d", "%c"]), r.choice(["65", "7", "120"])),
            lambda: "('%s' %% %s)" % (r.choice(["%.3f", "%5.1f", "%e", "%g", "%-8.2f", "%s", "%r"]), self.float(3)),
            lambda: "('%%(a)s-%%(b)d' %% {'a': %s, 'b': %s})" % (self.str(depth + 1), self.int(3)),
            lambda: "('%%s' %% (%s,))" % r.choice([self.list, self.float, self.bytes, self.dict])(depth + 1),
            lambda: "str(%s)" % r.choice([self.float, self.bytes])(depth + 1),
            lambda: "'{0}{1}{0}'.format(%s, %s)" % (self.str(depth + 1), self.int(3)),
            lambda: "'{:>6}|{x[0]}'.format(%s, x=['k'])" % self.str(depth + 1),
            lambda: "%s.%s(%d)" % (self.str(depth + 1), r.choice(["zfill", "ljust", "rjust", "center", "expandtabs"]), r.randrange(9)),
            lambda: "%s.remove%s('a')" % (self.str(depth + 1), r.choice(["prefix", "suffix"])),
            lambda: "%s.rpartition('a')[%d]" % (self.str(depth + 1), r.randrange(3)),
            lambda: "%s.strip('a/ ')" % self.str(depth + 1),
            lambda: "''.join(sorted(%s))" % self.str(depth + 1),
            lambda: "','.join(str(i) for i in range(%s))" % r.choice(["3", "1, 4", "5, 0, -2"]),
            lambda: "next(iter(%s), 'none')" % self.list(depth + 1),
            lambda: "max(%s, default='')" % self.list(depth + 1),
            lambda: "min(%s, key=len, default='')" % self.list(depth + 1),
            lambda: "%s.get('a', %s)" % (self.dict(depth + 1), self.str(depth + 1)),
            lambda: "{True: %s, False: %s}[%s]" % (self.str(depth + 1), self.str(depth + 1), self.bool(depth + 1)),
            lambda: "(lambda a, b=%s: a + b)(%s)" % (self.str(depth + 1), self.str(depth + 1)),
            lambda: "repr(%s)" % r.choice([self.bytes, self.float, self.tuple, self.dict])(depth + 1),
            lambda: self.variable(),
        ])()

    def float(self, depth=0):
        r = self.rng
        if depth > 2:
            return r.choice(["0.0", "-0.0", "1.5", "2.0", "1e3", "-2.5", "1e16", "1e-7", "0.1"])
        return r.choice([
            lambda: r.choice(["0.1", "0.0", "-0.0", "1e22", "123456.789", "float('inf')", "float('-inf')", "float('nan')", "float('1e5')"]),
            lambda: "float(%s)" % self.int(depth + 1),
            lambda: "(%s %s %s)" % (self.float(depth + 1), r.choice(["+", "-", "*"]), self.float(depth + 1)),
            lambda: "(%s / %s)" % (self.int(depth + 1), r.choice(["2", "3", "4.0"])),
            lambda: "(%s // %s)" % (self.float(depth + 1), r.choice(["2", "0.5"])),
            lambda: "(-%s)" % self.float(depth + 1),
            lambda: "max(%s, %s)" % (self.float(depth + 1), self.int(depth + 1)),
        ])()

    def bytes(self, depth=0):
        return self.rng.choice([
            lambda: "b'ab'", lambda: "b''", lambda: "%s.encode()" % self.str(depth + 1), lambda: "(b'x' + b'\\xff')", lambda: "b'a' * 2",
            lambda: "bytes('q', 'ascii')",
        ])()

    def set(self, depth=0):
        r = self.rng
        if depth > 2:
            return "{'a'}"
        return r.choice([
            lambda: "set(%s)" % self.list(depth + 1),
            lambda: "{%s, %s}" % (self.str(depth + 1), self.str(depth + 1)),
            lambda: "frozenset(%s)" % self.tuple(depth + 1),
            lambda: "(%s %s %s)" % (self.set(depth + 1), r.choice(["|", "&", "-", "^"]), self.set(depth + 1)),
            lambda: "{x for x in %s}" % self.list(depth + 1),
            lambda: "{1, True, 1.0, %s}" % self.int(depth + 1),
        ])()

    def bool(self, depth=0):
        r = self.rng
        name = self.pick("bool") or self.unknown("flag")
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
            lambda: "all(x == x.lower() for x in %s)" % self.list(depth + 1),
            lambda: "(%s %s %s)" % (self.float(depth + 1), r.choice(["==", "<", ">="]), self.int(depth + 1)),
            lambda: "(%s == %s)" % (self.tuple(depth + 1), self.tuple(depth + 1)),
            lambda: "(%s == %s)" % (self.dict(depth + 1), self.dict(depth + 1)),
            lambda: "(%s < %s)" % (self.tuple(depth + 1), self.tuple(depth + 1)),
            lambda: "(%s in %s)" % (self.str(depth + 1), self.dict(depth + 1)),
            lambda: "(%s in %s)" % (self.str(depth + 1), self.set(depth + 1)),
            lambda: "(%s <= %s)" % (self.set(depth + 1), self.set(depth + 1)),
            lambda: "%s.is%s()" % (self.str(depth + 1), r.choice(["alpha", "alnum", "upper", "lower", "space", "title"])),
            lambda: "%s.endswith(('a', %s))" % (self.str(depth + 1), self.str(depth + 1)),
            lambda: "bool(%s)" % r.choice([self.set, self.float, self.tuple, self.bytes])(depth + 1),
            lambda: "(%s is not None)" % self.int(depth + 1),
        ])()

    def list(self, depth=0):
        r = self.rng
        name = self.pick("list") or self.unknown("items")
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
            lambda: "[a + b for a in %s for b in %s if a != b]" % (self.list(depth + 1), self.list(depth + 1)),
            lambda: "[k for k, v in %s.items()]" % self.dict(depth + 1),
            lambda: "[b for a, b in zip(%s, %s)]" % (self.list(depth + 1), self.list(depth + 1)),
            lambda: "[x if x else '-' for x in %s]" % self.list(depth + 1),
            lambda: "sorted(%s, key=%s, reverse=%s)" % (self.list(depth + 1), r.choice(["len", "str.lower", "lambda x: x[::-1]"]), self.bool(depth + 1)),
            lambda: "list(x.upper() for x in %s)" % self.list(depth + 1),
            lambda: "list(dict.fromkeys(%s))" % self.list(depth + 1),
            lambda: "%s.splitlines()" % self.str(depth + 1),
            lambda: "%s.rsplit(',', 1)" % self.str(depth + 1),
            lambda: "%s.split(None, 1)" % self.str(depth + 1),
            lambda: "%s[::%s]" % (self.list(depth + 1), r.choice(["2", "-1", "-2"])),
            lambda: "sorted(%s)" % self.set(depth + 1),
            lambda: "list(map(lambda a, b: a + b, %s, %s))" % (self.list(depth + 1), self.list(depth + 1)),
            lambda: "sum([%s, %s], [])" % (self.list(depth + 1), self.list(depth + 1)),
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
            lambda: "dict([(%s, %s)])" % (self.str(depth + 1), self.str(depth + 1)),
            lambda: "{str(i): x for i, x in enumerate(%s)}" % self.list(depth + 1),
            lambda: "dict(%s, b=%s)" % (self.dict(depth + 1), self.str(depth + 1)),
            lambda: "(%s | %s)" % (self.dict(depth + 1), self.dict(depth + 1)),
            lambda: "{v: k for k, v in %s.items()}" % self.dict(depth + 1),
            lambda: "dict(sorted(%s.items()))" % self.dict(depth + 1),
            lambda: "dict.fromkeys(%s, %s)" % (self.list(depth + 1), self.str(depth + 1)),
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

    def plain_statement(self, depth=0, indent=""):
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
        else:
            add("pass")

    def statement(self, depth=0, indent=""):
        if depth == 0 and self.rng.random() < 0.45:
            getattr(self, self.rng.choice(self.families))()
            return
        self.plain_statement(depth, indent)

    def variable(self):
        """A read of an environment variable, as a str."""
        r = self.rng
        name = r.choice(self.variables) if self.variables else "NONE"
        return r.choice([
            "os.environ.get(%r, %r)" % (name, r.choice(["a", "", "x,y"])), "os.getenv(%r, '5')" % name,
            "(os.environ.get(%r) or 'd')" % name, "(os.environ[%r] if %r in os.environ else 'none')" % (name, name),
        ])

    # Families of statements; each writes a small piece of settings code with names of its own.

    families = [
        "function", "recursion", "generator", "generator_parts", "lazy", "closure", "class_settings", "class_properties", "diamond",
        "try_chain", "try_loop", "finally_flow", "while_loop", "for_else", "nested_loops", "unpacking", "walrus", "augmented",
        "match_values", "match_shapes", "namespaces", "reads", "dispatch", "aliasing", "views", "deletion", "decorators",
        "dataclass", "enum", "namedtuple", "suppress", "literal", "regex", "imports", "slices", "keyword_only", "shadowing",
        "nested_dicts", "strings_of", "comprehension_scope", "iterators", "globals_loop", "exceptions_as", "copying", "defaultdict",
        "chained", "operators", "sorting", "conditional_import",
    ]

    def add(self, *lines):
        self.lines += lines

    def define(self, kind, text):
        name = self.fresh(kind)
        self.add("%s = %s" % (name, text))
        if kind in self.names:
            self.names[kind].append(name)
        return name

    def unnamed(self):
        self.count += 1
        return "f%d" % self.count

    def function(self):
        r, f = self.rng, self.unnamed()
        self.add("def %s(a, b=%s):" % (f, self.str(2)), "    if %s:" % r.choice(["a", "a == b", "b in a", "not a", self.bool(2)]), "        return a + b")
        if r.random() < 0.5:
            self.add("    for c in a:", "        if c == 'a':", "            return b")
        self.add("    return %s" % r.choice(["b", "a.upper()", "'none'"]))
        self.define("str", "%s(%s)" % (f, self.str(1)))
        self.define("list", "[%s(x) for x in %s]" % (f, self.list(1)))

    def recursion(self):
        f = self.unnamed()
        self.add("def %s(n):" % f, "    return 1 if n < 2 else n * %s(n - 1)" % f)
        self.define("int", "%s(%d)" % (f, self.rng.randrange(6)))

    def generator(self):
        r, f = self.rng, self.unnamed()
        self.add("def %s(items, sep=','):" % f)
        if r.random() < 0.3:
            self.add("    if not items:", "        return")
        self.add("    for item in items:")
        if r.random() < 0.5:
            self.add("        if %s:" % r.choice(["item == 'a'", "not item", self.bool(2)]), "            %s" % r.choice(["continue", "break", "return", "yield sep"]))
        self.add("        yield item + sep")
        if r.random() < 0.4:
            self.add("    yield from %s" % self.list(2))
        use = r.choice(["list(%s)", "sorted(%s)", "[x for x in %s]", "[*%s]", "list(reversed(list(%s)))"])
        self.define("list", use % ("%s(%s)" % (f, self.list(1))))
        self.define("str", "''.join(%s(%s, '-'))" % (f, self.list(1)))
        if r.random() < 0.5:
            self.define("bool", "any(%s(%s))" % (f, self.list(1)))
            self.define("tuple", "tuple(%s(%s))" % (f, self.list(1)))
            self.define("str", "next(%s(%s), 'end')" % (f, self.list(1)))
        if r.random() < 0.5:
            out = self.define("list", "[]")
            self.add("for x in %s(%s):" % (f, self.list(1)), "    %s.append(x)" % out, "    if len(%s) > 3: break" % out)

    def generator_parts(self):
        f, log, g = self.unnamed(), self.define("list", "['s']"), self.unnamed()
        self.add("def %s():" % f, "    %s.append('first')" % log, "    yield 'x'", "    %s.append('second')" % log, "    yield 'y'")
        self.add("%s = %s()" % (g, f))
        if self.rng.random() < 0.7:
            self.define("str", "next(%s)" % g)
        self.add("%s.append('between')" % log)
        if self.rng.random() < 0.7:
            self.define("list", "list(%s)" % g)

    def lazy(self):
        """What is lazy sees what happens between its making and its use."""
        r, source, g, text = self.rng, self.define("list", "['p', 'q', *%s]" % self.list(1)), self.unnamed(), self.define("str", self.str(1))
        self.add("%s = %s" % (g, r.choice([
            "(x + %s for x in %s)" % (text, source), "map(lambda x: x + %s, %s)" % (text, source), "iter(%s)" % source,
            "filter(lambda x: x != %s, %s)" % (text, source), "zip(%s, %s)" % (source, source), "enumerate(%s)" % source, "reversed(%s)" % source,
            "(x for x in %s if x)" % source, "map(str.upper, %s)" % source, "(y for x in %s for y in x)" % source,
        ])))
        if r.random() < 0.3:
            self.define("bool", "next(%s, None) is None" % g)
        self.add(r.choice(["pass", "%s.append('late')" % source, "%s = 'other'" % text, "%s = ['new']" % source, "%s.pop()" % source]))
        self.define("list", "[str(x) for x in %s]" % g)
        self.define("list", "list(%s)" % g)

    def closure(self):
        f, text, counter = self.unnamed(), self.define("str", self.str(1)), self.unnamed()
        self.add("def %s(a):" % f, "    def inner(b):", "        return a + b + %s" % text, "    return inner")
        g = self.unnamed()
        self.add("%s = %s(%s)" % (g, f, self.str(1)), "%s = %s" % (text, self.str(1)))
        self.define("str", "%s('z')" % g)
        self.add("def %s():" % counter, "    n = 0", "    def step():", "        nonlocal n", "        n += 1", "        return n", "    return step")
        h = self.unnamed()
        self.add("%s = %s()" % (h, counter))
        self.define("list", "[str(%s()), str(%s())]" % (h, h))
        fs = self.unnamed()
        self.add("%s = [lambda: i for i in %s]" % (fs, self.list(1)))
        self.define("list", "[f() for f in %s]" % fs)

    def class_settings(self):
        a, b = self.unnamed(), self.unnamed()
        self.add("class %s:" % a, "    DEBUG = %s" % self.bool(1), "    HOSTS = %s" % self.list(1), "    NAME = HOSTS + ['n']",
                 "    def greet(self, x='d'):", "        return x + str(self.DEBUG)", "    @classmethod", "    def make(cls):", "        return cls.HOSTS",
                 "    @staticmethod", "    def plus(x, y):", "        return x + y")
        self.add("class %s(%s):" % (b, a), "    DEBUG = not %s.DEBUG" % a, "    OTHER = %s.HOSTS + %s" % (a, self.list(1)),
                 "    def greet(self, x='e'):", "        return super().greet(x) + '!'")
        self.add("%s.EXTRA = %s" % (b, self.str(1)))
        self.define("bool", "%s.DEBUG" % b)
        self.define("list", "%s.make() + %s.OTHER" % (b, b))
        self.define("str", "%s().greet(%s)" % (b, self.str(1)))
        self.define("str", "%s.plus('a', %s)" % (b, self.str(1)))
        self.define("str", "getattr(%s, 'EXTRA', 'no') + getattr(%s, 'EXTRA', 'no')" % (a, b))
        if self.rng.random() < 0.6:
            self.add("for _n in dir(%s):" % b, "    if _n.isupper():", "        globals()['%s_' + _n] = getattr(%s, _n)" % (b.upper(), b))

    def class_properties(self):
        a = self.unnamed()
        self.add("class %s:" % a, "    def __init__(self, name, *hosts, **more):", "        self.name = name", "        self.hosts = list(hosts)",
                 "        self.more = more", "    @property", "    def title(self):", "        return self.name.title() + ','.join(self.hosts)",
                 "    def add(self, host):", "        self.hosts.append(host)", "        return self")
        o = self.unnamed()
        self.add("%s = %s(%s, 'h', *%s, k=%s)" % (o, a, self.str(1), self.list(1), self.str(1)))
        self.add("%s.add('i').add(%s)" % (o, self.str(1)))
        self.define("str", "%s.title" % o)
        self.define("list", "%s.hosts" % o)
        self.define("dict", "%s.more" % o)
        self.define("bool", "hasattr(%s, 'title') and not hasattr(%s, 'nope')" % (o, o))
        self.define("bool", "isinstance(%s, %s)" % (o, a))
        self.add("setattr(%s, 'late', %s)" % (o, self.str(1)))
        self.define("str", "%s.late" % o)

    def diamond(self):
        a, b, c, d = (self.unnamed() for _ in range(4))
        self.add("class %s: X = 'a'; Y = 'a'" % a, "class %s(%s): X = 'b'" % (b, a), "class %s(%s): X = 'c'; Y = 'c'" % (c, a), "class %s(%s, %s): pass" % (d, b, c))
        self.define("str", "%s.X + %s.Y" % (d, d))

    def try_chain(self):
        r, name = self.rng, self.fresh("str")
        body = r.choice(["int(%s)" % self.str(1), "%s['a']" % self.dict(1), "%s[%d]" % (self.list(1), r.randrange(3)), "1 // %s" % self.int(2), "%s.nope" % self.str(2), "undefined_name"])
        self.add("try:", "    %s = 'before'" % name, "    %s = str(%s)" % (name, body))
        for c in r.sample(["ValueError", "KeyError", "IndexError", "ZeroDivisionError", "AttributeError", "NameError", "TypeError"], 3):
            self.add("except %s:" % c, "    %s" % r.choice(["%s = %r" % (name, c), "%s += %r" % (name, c), "pass"]))
        self.add("except Exception as error:", "    %s = type(error).__name__" % name)
        if r.random() < 0.5:
            self.add("else:", "    %s += 'else'" % name)
        if r.random() < 0.5:
            self.add("finally:", "    %s = '<' + %s" % (name, name))
        self.names["str"].append(name)

    def try_loop(self):
        out = self.define("list", "[]")
        self.add("for x in %s:" % self.list(1), "    try:", "        if %s: %s" % (self.bool(2), self.rng.choice(["continue", "break"])), "        %s.append(str(int(x)))" % out,
                 "    except ValueError:", "        %s.append('bad')" % out, "    finally:", "        %s.append('fin')" % out)

    def finally_flow(self):
        f = self.unnamed()
        self.add("def %s(a):" % f, "    try:", "        if a: return 'r' + a[0]", "        return str(int(a))", "    except ValueError:", "        return 'v'", "    finally:",
                 "        %s" % self.rng.choice(["pass", "if a == 'a': return 'f'", "a = 'z'"]))
        self.define("str", "%s(%s)" % (f, self.str(1)))

    def while_loop(self):
        r, n, out = self.rng, self.define("int", str(self.rng.randrange(1, 6))), self.define("list", "[]")
        self.add("while %s:" % r.choice(["%s > 0" % n, "True", "%s" % n, "len(%s) < 3" % out]), "    %s -= 1" % n, "    %s.append(str(%s))" % (out, n),
                 "    if %s < -3: break" % n)
        if r.random() < 0.4:
            self.add("    if %s == 2: continue" % n, "    %s.append('t')" % out)
        if r.random() < 0.4:
            self.add("else:", "    %s.append('else')" % out)

    def for_else(self):
        out = self.define("list", "[]")
        self.add("for i, x in enumerate(%s):" % self.list(1), "    %s.append(x * i)" % out, "    if %s: break" % self.rng.choice(["x == 'a'", "i == 1", self.bool(2)]),
                 "else:", "    %s.append('else')" % out)

    def nested_loops(self):
        out = self.define("list", "[]")
        self.add("for a in %s:" % self.list(1), "    for b in %s:" % self.list(1), "        if a == b: %s" % self.rng.choice(["continue", "break"]),
                 "        %s.append(a + b)" % out, "    else:", "        continue", "    break")

    def unpacking(self):
        r = self.rng
        a, b, c = self.fresh("str"), self.fresh("list"), self.fresh("str")
        self.add("%s, *%s, %s = ['s', *%s, 'e']" % (a, b, c, self.list(1)), "%s, %s = %s, %s" % (a, c, c, a), "(%s, (%s, _)) = ('x', ('y', 'z'))" % (a, c))
        self.names["str"] += [a, c]
        self.names["list"].append(b)
        if r.random() < 0.3:
            self.add("[%s, %s] = 'no'" % (a, c))

    def walrus(self):
        n = self.fresh("int")
        self.add("if (%s := len(%s)) > 1:" % (n, self.list(1)), "    %s += 10" % n)
        self.names["int"].append(n)
        text = self.fresh("str")
        self.define("list", "[%s for x in ['a', ' b', ''] if (%s := x.strip())]" % (text, text))
        self.define("str", text)

    def augmented(self):
        r = self.rng
        n, s, d = self.define("int", self.int(1)), self.define("str", self.str(1)), self.define("dict", "{'n': 1, 'l': ['a']}")
        self.add("%s %s %s" % (n, r.choice(["+=", "-=", "*=", "//=", "|=", "&=", "^=", "%="]), r.choice(["3", "7"])), "%s %s" % (s, r.choice(["+= 'x'", "*= 2", "%= ()"])),
                 "%s['n'] += 2" % d, "%s['l'] += (%s, 'b')" % (d, self.str(1)), "%s['l'] *= 2" % d)

    def match_values(self):
        name = self.fresh("str")
        self.add("match %s:" % self.str(1), "    case 'a' | 'b,c': %s = 'ab'" % name, "    case '' if %s: %s = 'empty'" % (self.bool(2), name), "    case x if x.startswith('D'): %s = x" % name,
                 "    case _: %s = 'other'" % name)
        self.names["str"].append(name)

    def match_shapes(self):
        name = self.fresh("str")
        subject = self.rng.choice([self.list, self.tuple, self.dict, self.str, self.int])(1)
        self.add("match %s:" % subject, "    case []: %s = 'none'" % name, "    case [one]: %s = 'one ' + one" % name, "    case [first, *rest]: %s = first + str(len(rest))" % name,
                 "    case {'a': value, **others}: %s = str(value) + str(others)" % name, "    case {}: %s = 'mapping'" % name, "    case int(): %s = 'int'" % name,
                 "    case str() as text: %s = text" % name, "    case _: %s = '?'" % name)
        self.names["str"].append(name)

    def namespaces(self):
        r, name = self.rng, self.fresh("str")
        self.add(r.choice(["globals()[%r] = %s", "vars()[%r] = %s", "locals()[%r] = %s", "globals().update({%r: %s})", "globals().setdefault(%r, %s)"]) % (name, self.str(1)))
        self.names["str"].append(name)
        self.define("bool", "%r in globals()" % r.choice([name, "NOPE", "__name__"]))
        self.define("str", "globals().get(%r, 'none')" % r.choice([name, "NOPE"]))

    def reads(self):
        r = self.rng
        name = r.choice(self.variables) if self.variables else "NONE"
        f = self.unnamed()
        self.add("def %s(name, default=None, cast=str):" % f, "    value = os.environ.get(name)", "    if value is None:", "        return default", "    if cast is bool:",
                 "        return value.lower() in ('1', 'true')", "    return cast(value)")
        self.define("bool", "%s(%r, %s, bool)" % (f, name, self.bool(2)))
        self.define("list", "os.environ.get(%r, '').split(',')" % name)
        self.define("bool", "os.environ.get(%r) == %r" % (name, r.choice(["a", "prod"])))
        text = self.fresh("str")
        self.add("if %r in os.environ:" % name, "    %s = os.environ[%r]" % (text, name), "else:", "    %s = 'unset'" % text)
        self.names["str"].append(text)
        text = self.fresh("str")
        self.add("try:", "    %s = os.environ[%r]" % (text, name), "except KeyError:", "    %s = 'caught'" % text)
        self.names["str"].append(text)
        if r.random() < 0.4:
            self.add("os.environ[%r] = %s" % (name, r.choice(["'set'", "'a'"])))
        if r.random() < 0.3:
            self.add("os.environ.setdefault(%r, 'def')" % name)

    def dispatch(self):
        r = self.rng
        kind = self.define("str", r.choice([self.variable(), self.str(1)]))
        table = self.define("dict", "{'prod': 'P', 'a': 'A', 'dev': %s}" % self.str(1))
        self.define("str", "%s.get(%s, 'fallback')" % (table, kind))
        name = self.fresh("str")
        self.add("if %s == 'prod':" % kind, "    %s = 'production'" % name, "elif %s in ('a', 'dev'):" % kind, "    %s = 'development'" % name, "else:", "    %s = 'unknown'" % name)
        self.names["str"].append(name)

    def aliasing(self):
        a = self.define("dict", "{'default': {'NAME': %s, 'L': []}}" % self.str(1))
        b = self.unnamed()
        self.add("%s = %s['default']" % (b, a), "%s['NAME'] += 'x'" % b, "%s['L'].append(%s)" % (b, self.str(1)), "%s['HOST'] = %s['default']['NAME']" % (b, a))
        self.define("dict", "{**%s, 'other': %s['default'].copy()}" % (a, a))
        self.add("%s['L'].append('both')" % b)
        self.define("bool", "%s['default'] is %s" % (a, b))

    def views(self):
        r, d, v = self.rng, self.define("dict", self.dict(1)), self.unnamed()
        self.add("%s = %s.%s()" % (v, d, r.choice(["keys", "values", "items"])), "%s['new'] = 'n'" % d)
        self.define("list", "[str(x) for x in %s]" % v)
        self.define("list", "[str(x) for x in %s]" % v)
        self.define("int", "len(%s)" % v)
        if r.random() < 0.5:
            self.define("bool", "'new' in %s" % v)

    def deletion(self):
        r, d, l = self.rng, self.define("dict", "{'a': 'x', 'b': 'y'}"), self.define("list", "['a', 'b', 'c', 'd']")
        self.add("del %s[%r]" % (d, r.choice(["a", "b"])), "del %s[%s]" % (l, r.choice(["0", "-1", "1:3", "::2"])), "%s[%s] = %s" % (l, r.choice(["1:1", "0:1", ":", "1:"]), self.list(1)))
        name = self.define("str", "'gone'")
        if r.random() < 0.5:
            self.names["str"].remove(name)
            self.add("del %s" % name)

    def decorators(self):
        f, deco = self.unnamed(), self.unnamed()
        self.add("import functools", "def %s(suffix):" % deco, "    def wrap(fn):", "        @functools.wraps(fn)", "        def inner(*args, **kwargs):",
                 "            return fn(*args, **kwargs) + suffix", "        return inner", "    return wrap")
        self.add("@%s(%s)" % (deco, self.str(2)), "def %s(a, *, b='k'):" % f, "    return a + b")
        self.define("str", "%s(%s, b=%s)" % (f, self.str(1), self.str(1)))
        g = self.unnamed()
        self.add("@functools.lru_cache(maxsize=None)", "def %s(a):" % g, "    return [a]")
        self.define("list", "%s('x')" % g)
        self.add("%s('x').append('y')" % g)
        self.define("list", "%s('x')" % g)
        self.define("str", "functools.partial('{}-{}'.format, 'p')(%s)" % self.str(1))
        self.define("str", "functools.reduce(lambda a, b: a + b, %s, 'r')" % self.list(1))

    def dataclass(self):
        c = self.unnamed()
        self.add("import dataclasses", "@dataclasses.dataclass%s" % self.rng.choice(["", "(frozen=True)", "()"]), "class %s:" % c, "    name: str", "    hosts: list = dataclasses.field(default_factory=list)",
                 "    debug: bool = %s" % self.bool(2), "    def text(self):", "        return self.name + ','.join(self.hosts)")
        o = self.unnamed()
        self.add("%s = %s(%s, debug=%s)" % (o, c, self.str(1), self.bool(2)), "%s.hosts.append(%s)" % (o, self.str(1)))
        self.define("str", "%s.text()" % o)
        self.define("bool", "%s.debug" % o)
        self.define("list", "%s('q').hosts" % c)
        self.define("dict", "dataclasses.asdict(%s)" % o)
        self.define("bool", "%s('q') == %s('q')" % (c, c))

    def enum(self):
        c = self.unnamed()
        self.add("import enum", "class %s(%s):" % (c, self.rng.choice(["enum.Enum", "str, enum.Enum"])), "    PROD = 'prod'", "    DEV = %s" % self.rng.choice(["'dev'", "'a'"]))
        self.define("str", "%s.PROD.value + %s.DEV.name" % (c, c))
        self.define("list", "[m.value for m in %s]" % c)
        self.define("bool", "%s.PROD == 'prod'" % c)
        self.define("bool", "%s('prod') is %s.PROD" % (c, c))

    def namedtuple(self):
        c = self.unnamed()
        self.add("import collections, typing", self.rng.choice(["%s = collections.namedtuple('T', 'a b')", "%s = collections.namedtuple('T', ['a', 'b'])", "class %s(typing.NamedTuple):\n    a: str\n    b: str = 'q'"]) % c)
        o = self.unnamed()
        self.add("%s = %s(%s, b=%s)" % (o, c, self.str(1), self.str(1)))
        self.define("str", "%s.a + %s[1]" % (o, o))
        self.define("list", "list(%s)" % o)
        self.define("str", "%s._replace(a='w').a" % o)

    def suppress(self):
        name = self.define("str", "'start'")
        self.add("import contextlib", "with contextlib.suppress(%s):" % self.rng.choice(["ValueError", "KeyError, ValueError", "Exception"]), "    %s = str(int(%s))" % (name, self.str(1)), "    %s += '!'" % name)

    def literal(self):
        self.add("import ast, json")
        self.define("list", "ast.literal_eval(%r)" % "['a', 'b']")
        self.define("dict", "json.loads(%r)" % '{"a": "x", "b": "1.50"}')
        self.define("str", "str(json.loads(%r))" % self.rng.choice(['[1, 2.0, null, true]', '{"a": [1e3, -0.0]}', '"t"']))
        self.define("str", "json.dumps(%s)" % self.rng.choice([self.list, self.str, self.int, self.bool])(1))

    def regex(self):
        r = self.rng
        self.add("import re")
        pattern = r.choice([r"\\s*,\\s*", "a+", "[,/]", "b"])
        self.define("list", "re.split(r'%s', %s)" % (pattern.replace("\\\\", "\\"), self.str(1)))
        self.define("str", "re.sub(r'%s', '_', %s)" % (pattern.replace("\\\\", "\\"), self.str(1)))
        self.define("bool", "bool(re.match(r'[a-z]+', %s))" % self.str(1))
        self.define("list", "re.findall(r'[a-z]+', %s)" % self.str(1))

    def imports(self):
        r = self.rng
        self.add(r.choice(["from helpers import helper, TABLE", "import helpers\nhelper, TABLE = helpers.helper, helpers.TABLE", "from importlib import import_module\nhelper, TABLE = import_module('helpers').helper, import_module('helpers').TABLE"]))
        self.define("str", "helper(%s)" % self.str(1))
        self.define("list", "TABLE + ['mine']")
        if r.random() < 0.5:
            self.add("TABLE.append('shared')")
        if r.random() < 0.5:
            self.add("import helpers", "for _name in dir(helpers):", "    if _name.isupper():", "        globals()['H_' + _name] = getattr(helpers, _name)")
        if r.random() < 0.3:
            self.add("from pack import *", "from pack.inner import VALUE as RENAMED_VALUE")

    def slices(self):
        l = self.define("list", "list('abcdef')")
        a, b, c = (self.rng.choice(["", "1", "-2", "9", "-9", "0"]) for _ in range(3))
        self.define("list", "%s[%s:%s:%s]" % (l, a, b, self.rng.choice(["", "2", "-1", "-3"])))
        self.define("str", "'abcdef'[%s:%s]" % (b, c))

    def keyword_only(self):
        f = self.unnamed()
        self.add("def %s(a, /, b, *rest, c='c', **more):" % f, "    return [a, b, *rest, c, *sorted(more)]")
        self.define("list", self.rng.choice(["%s('1', '2', '3', c='4', z='5')", "%s('1', b='2')", "%s(*'12', **{'c': 'x', 'y': 'z'})", "%s('1', '2', a='p')"]) % f)

    def shadowing(self):
        f, name = self.unnamed(), self.define("str", self.str(1))
        self.add("def %s(list=%s):" % (f, self.str(2)), "    global %s" % name, "    %s = list + 'g'" % name, "    str = 'local'", "    return str + list")
        self.define("str", "%s()" % f)
        self.define("str", name)

    def nested_dicts(self):
        d = self.define("dict", "{'a': {'b': {'c': %s}}, 'l': [{'k': 'v'}]}" % self.str(1))
        self.add("%s['a']['b']['d'] = %s" % (d, self.list(1)), "%s['l'][0]['k'] += 'w'" % d, "%s['a'].setdefault('b', {})['e'] = 'E'" % d, "%s['a'].update(x=%s)" % (d, self.str(1)),
                 "%s.pop('l')%s" % (d, self.rng.choice(["", "[0].clear()"])))
        self.define("str", "%s['a']['b'].get('c', 'none') or %s" % (d, self.str(1)))

    def strings_of(self):
        self.define("str", "'%s' % " + self.rng.choice(["(%s,)" % self.tuple(1), "{'a': 1}", "[1]", "None", "1.0", "b'x'", "True"]))
        self.define("str", "str(%s) + repr(%s)" % (self.set(3), self.tuple(1)) if self.rng.random() < 0.2 else "repr(%s)" % self.dict(1))

    def comprehension_scope(self):
        x = self.define("str", "'outer'")
        self.define("list", "[%s for %s in %s]" % (x, x, self.list(1)))
        self.define("str", x)
        c = self.unnamed()
        self.add("class %s:" % c, "    x = 'class'", "    y = [x for _ in range(1)] if False else x", "    z = [q for q in x]")
        self.define("list", "%s.z + [%s.y]" % (c, c))

    def iterators(self):
        it = self.unnamed()
        self.add("%s = iter(%s)" % (it, self.list(1)))
        self.define("list", "[x for x in %s if x != 'a']" % it)
        self.define("list", "list(%s)" % it)
        self.define("list", "[a + b for a, b in zip(%s, 'xyz')]" % self.list(1))
        z = self.unnamed()
        self.add("%s = iter('abcd')" % z)
        self.define("list", "[a + b for a, b in zip(%s, %s)]" % (z, z))
        self.define("bool", "'b' in iter('abc')")
        m = self.unnamed()
        self.add("%s = iter('abcd')" % m)
        self.define("bool", "any(x == 'b' for x in %s)" % m)
        self.define("list", "list(%s)" % m)
        self.add("import itertools")
        self.define("list", "list(itertools.chain(%s, %s))" % (self.list(1), self.list(1)))

    def globals_loop(self):
        self.add("for _key, _value in %s.items():" % self.dict(1), "    globals()['K_' + _key.upper().replace(',', '_')] = _value")
        self.add("_found = sorted(k for k in list(globals()) if k.startswith('STR_'))")
        self.define("int", "len(_found)")

    def exceptions_as(self):
        c, name = self.unnamed(), self.fresh("str")
        self.add("class %s(ValueError):" % c, "    pass", "try:", "    if %s: raise %s('why', 1)" % (self.bool(1), c), "    %s = 'fine'" % name, "except (KeyError, ValueError) as e:",
                 "    %s = str(e.args[0])" % name)
        self.names["str"].append(name)
        if self.rng.random() < 0.1:
            self.add("raise %s('end')" % c)

    def copying(self):
        self.add("import copy")
        a = self.define("dict", "{'x': ['1'], 'y': %s}" % self.str(1))
        b, c = self.define("dict", "copy.deepcopy(%s)" % a), self.define("dict", self.rng.choice(["copy.copy(%s)", "%s.copy()", "dict(%s)", "{**%s}"]) % a)
        self.add("%s['x'].append('2')" % a, "%s['y'] = 'changed'" % c)
        self.define("bool", "%s == %s" % (b, c))

    def defaultdict(self):
        self.add("import collections")
        d = self.unnamed()
        self.add("%s = collections.%s" % (d, self.rng.choice(["defaultdict(list)", "defaultdict(lambda: ['z'])"])), "for x in %s:" % self.list(1), "    %s[x].append(x)" % d)
        self.define("dict", "dict(%s)" % d)
        self.define("dict", "dict(collections.OrderedDict([('a', 'x'), ('b', %s)]))" % self.str(1))
        self.define("int", "collections.Counter(%s)['a']" % self.list(1))

    def chained(self):
        a, b = self.fresh("list"), self.fresh("list")
        self.add("%s = %s = %s" % (a, b, self.list(1)), "%s += ['z']" % a, "%s = %s + ['y']" % (b, b))
        self.names["list"] += [a, b]
        self.define("bool", "1 < %s < 10 > %s" % (self.int(2), self.int(2)))

    def operators(self):
        c = self.unnamed()
        self.add("class %s:" % c, "    def __init__(self, v): self.v = v", "    def __add__(self, o): return 'added ' + str(o)", "    def __eq__(self, o): return %s" % self.bool(2),
                 "    def __bool__(self): return %s" % self.bool(2), "    def __len__(self): return 3", "    def __contains__(self, x): return x == 'a'", "    def __getitem__(self, k): return 'item ' + str(k)",
                 "    def __str__(self): return 'text'", "    def __iter__(self): return iter(['i', 'j'])")
        o = self.unnamed()
        self.add("%s = %s(1)" % (o, c))
        for kind, text in (("bool", "%s == 1"), ("bool", "bool(%s)"), ("str", "%s['k']"), ("str", "str(%s)"), ("int", "len(%s)"), ("list", "list(%s)"), ("bool", "'a' in %s"), ("str", "f'{%s}'"), ("str", "'x' if %s else 'y'"), ("str", "%s + 1")):
            if self.rng.random() < 0.4:
                self.define(kind, text % o)

    def sorting(self):
        l = self.define("list", self.list(1))
        self.add("%s.sort(%s)" % (l, self.rng.choice(["", "key=len", "reverse=True", "key=lambda x: (len(x), x)"])))
        self.define("list", "[k for k, _ in sorted(%s.items(), key=lambda kv: kv[1])]" % self.dict(1))

    def conditional_import(self):
        r = self.rng
        self.add("try:", "    from %s import VALUE as IMPORTED" % r.choice(["pack.inner", "helpers", "pack.nothing"]), "except ImportError:", "    IMPORTED = 'no module'")
        if r.random() < 0.4:
            self.add("if %s:" % self.bool(1), "    from pack.inner import *", "else:", "    from helpers import *")

    def unknowns(self):
        """A statement around something that is not known."""
        r = self.rng
        n = r.randrange(6)
        kind = r.choice(["list", "dict", "str"])
        name = r.choice(self.names[kind]) if self.names[kind] else self.define(kind, getattr(self, kind)(1))
        change = {"list": "%s.append('u')", "dict": "%s['u'] = 'u'", "str": "%s += 'u'"}[kind] % name
        self.add(*r.choice([
            ["if mystery.flag_%d: %s" % (n, change)],
            ["if mystery.flag_%d:" % n, "    %s" % change, "else:", "    %s" % {"list": "%s.insert(0, 'w')", "dict": "%s.pop('a', None)", "str": "%s = 'w'"}[kind] % name],
            ["for _u in mystery.items_%d:" % n, "    %s" % change],
            ["while mystery.flag_%d:" % n, "    %s" % change, "    break"],
            ["try:", "    _u = mystery.fail_%d()" % n, "    %s" % change, "except (ValueError, KeyError):", "    %s = %s" % (name, getattr(self, kind)(2))],
            ["try:", "    %s" % change, "    _u = mystery.fail_%d()" % n, "except Exception:", "    pass", "finally:", "    %s" % change],
            ["%s = %s if mystery.flag_%d else %s" % (name, getattr(self, kind)(2), n, getattr(self, kind)(2))],
            ["%s = mystery.maybe_%d or %s" % (name, n, getattr(self, kind)(2))] if kind == "str" else ["mystery.eat_%d(%s)" % (n, name)],
            ["%s = [x for x in ['k', 'l'] if mystery.flag_%d]" % (self.fresh("list"), n)],
            ["%s = {mystery.text_%d: 'u', 'a': 'b'}" % (self.fresh("dict"), n)],
            ["%s = [mystery.text_%d, 'b']" % (self.fresh("list"), n)],
            ["%s = 'b' in ['a', mystery.text_%d, 'b']" % (self.fresh("bool"), n)],
            ["%s = 'q' in ['a', mystery.text_%d]" % (self.fresh("bool"), n)],
            ["%s = [*mystery.items_%d, 'z'][-1]" % (self.fresh("str"), n)],
            ["%s = bool([mystery.text_%d])" % (self.fresh("bool"), n)],
            ["%s = len([mystery.text_%d, 'b'])" % (self.fresh("int"), n)],
            ["%s = [mystery.text_%d, 'b', 'c'][1:]" % (self.fresh("list"), n)],
            ["match mystery.text_%d:" % n, "    case 'a': %s = 'ma'" % self.fresh("str"), "    case _: %s" % change],
            ["%s = any([mystery.flag_%d, True])" % (self.fresh("bool"), n)],
            ["%s = {'a': mystery.text_%d} == {'a': 'q', 'b': 'c'}" % (self.fresh("bool"), n)],
            ["%s = sorted({'a', 'b', mystery.text_%d})" % (self.fresh("list"), n)],
            ["%s = ['a', 'b']" % self.fresh("list"), "%s_%d.remove(mystery.text_%d) if 'a' in [mystery.text_%d] else None" % ("LIST", self.count, n, n)],
        ]))

    def alias(self, kind):
        name = self.fresh(kind)
        return name

    def block(self, depth, indent):
        for _ in range(self.rng.randrange(1, 3)):
            self.statement(depth + 1, indent + "    ")


def helpers(rng):
    w = Writer(rng)
    w.lines += ["import os", "from pathlib import Path", ""]
    for _ in range(rng.randrange(1, 6)):
        w.plain_statement()
    w.add("TABLE = %s" % w.list(), "VALUE = %s" % w.str(), "_private = 1", "def helper(x, y=VALUE):", "    TABLE.append(x)", "    return x + y + %s" % w.str(2))
    if rng.random() < 0.3:
        w.add("__all__ = ['helper', 'TABLE']")
    return "\n".join(w.lines) + "\n"


def project(seed):
    """The files of a project, and its environment."""
    rng = random.Random(seed)
    variables = ["VAR_A", "VAR_B", "KIND"]
    environ = {v: rng.choice(["a", "prod", "", "5", "x,y", "True"]) for v in variables if rng.random() < 0.5}
    mystery = rng.random() < 0.4
    w = Writer(rng, mystery, variables)
    w.lines += ["import os", "from pathlib import Path"]
    if mystery:
        w.lines.append("import mystery")
    w.lines.append("")
    for _ in range(rng.randrange(4, 22)):
        w.statement()
        if mystery and rng.random() < 0.25:
            w.unknowns()
    files = {"settings.py": "\n".join(w.lines) + "\n"}
    if "helpers" in files["settings.py"] or "pack" in files["settings.py"]:
        files["helpers.py"] = helpers(rng)
        files["pack/__init__.py"] = rng.choice(["", "FROM_PACK = ['p']\n", "from .inner import *\n", "from . import inner\nIN_PACK = inner.VALUE\n"])
        files["pack/inner.py"] = "VALUE = %r\nLIST = ['i']\n" % rng.choice(["v", ""]) + rng.choice(["", "from helpers import TABLE\nLIST += TABLE\n", "__all__ = ['LIST']\n"])
    return files, environ
