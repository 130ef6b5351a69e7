#!/usr/bin/env python3
"""Ask the installed nginx which directives it knows and in which blocks it allows them.

Every word in the binary that could be a directive's name is put into a small configuration, once per kind of block, and
`nginx -t` is asked. "unknown directive" drops the word; "is not allowed here" drops the block; any other answer means
that the directive belongs there; "has no opening" means that it opens a block. Writes ../directives.txt, one line each:

    name blocks [{]

where blocks are the letters of BLOCKS below. Names that this nginx does not have (newer versions, modules that are not
built in) stand in more.txt beside this script, in the same form, and are merged in.

Usage: python3 vocabulary.py    (needs nginx and strings on PATH)
"""

import os
import re
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))

# m main, e events, h http, u upstream, s server, l location, i if in server, j if in location, x limit_except
BLOCKS = {
    "m": "%s events {}",
    "e": "events { %s }",
    "h": "events {} http { %s }",
    "u": "events {} http { upstream a { %s server 127.0.0.1; } }",
    "s": "events {} http { server { %s } }",
    "l": "events {} http { server { location / { %s } } }",
    "i": "events {} http { server { if ($host) { %s } } }",
    "j": "events {} http { server { location / { if ($host) { %s } } } }",
    "x": "events {} http { server { location / { limit_except GET { %s } } } }",
}


def ask(directory, text):
    """Return what nginx -t says about one configuration."""
    with tempfile.NamedTemporaryFile("w", dir=directory, suffix=".conf") as file:
        file.write("pid %s/pid; error_log stderr;\n%s\n" % (directory, text))
        file.flush()
        done = subprocess.run(
            ["nginx", "-t", "-p", directory, "-c", file.name],
            capture_output=True, text=True, errors="replace", check=False,
        )
    return done.stderr


def judge(directory, name):
    said = ask(directory, BLOCKS["m"] % (name + ";"))
    if "unknown directive" in said:
        return None
    letters, opens = "", False
    for letter, wrapper in BLOCKS.items():
        said = ask(directory, wrapper % (name + ";"))
        if "is not allowed here" not in said:
            letters += letter
            opens = opens or "has no opening" in said
    return "%s %s%s" % (name, letters, " {" if opens else "") if letters else None


def main():
    binary = subprocess.run(["sh", "-c", "command -v nginx"], capture_output=True, text=True, check=True).stdout.strip()
    words = subprocess.run(["strings", "-n", "2", binary], capture_output=True, text=True, check=True).stdout.split("\n")
    # A linker stores a name that ends another string only once, as that string's tail, so tails are asked for as well.
    names = set()
    for word in words:
        if re.fullmatch(r"[$]?[a-z][a-z0-9_]{1,40}", word):
            word = word.lstrip("$")
            names.add(word)
            names.update(word[i + 1:] for i, c in enumerate(word) if c == "_")
            if len(word) <= 16:
                names.update(word[i:] for i in range(1, len(word) - 1))
    names = sorted(n for n in names if re.fullmatch(r"[a-z][a-z0-9_]+", n))
    with tempfile.TemporaryDirectory() as directory, ThreadPoolExecutor(2) as pool:
        found = {line.split()[0]: line for line in pool.map(lambda n: judge(directory, n), names) if line}
    with open(os.path.join(HERE, "more.txt"), encoding="utf-8") as more:
        for line in more:
            if line.strip() and not line.startswith("#"):
                found.setdefault(line.split()[0], line.strip())
    with open(os.path.join(HERE, "..", "directives.txt"), "w", encoding="utf-8") as out:
        out.write("\n" + "".join("%s\n" % found[name] for name in sorted(found)))


if __name__ == "__main__":
    main()
