#!/usr/bin/env python3
"""Record what the installed nginx says about the configurations in grammar.txt.

grammar.txt holds cases, each after a line "-- name". Inside a case, @x*4095@ stands for 4095 times x, @CR@ for a carriage
return, @BOM@ for a byte order mark, and the last line end is dropped where the case ends in @EOF@. A case that begins
with "events" or "http" is a whole configuration; any other is put into the server block of one, on the same line, so
that its lines count from 1. Writes grammar.json: for each case, whether nginx takes it, and the line and text of its
error.

Usage: python3 grammar.py    (needs nginx on PATH)
"""

import json
import os
import re
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


def expand(text):
    text = re.sub(r"@(.)\*(\d+)@", lambda m: m.group(1) * int(m.group(2)), text)
    text = text.replace("@CR@", "\r").replace("@BOM@", "\ufeff")
    if text.rstrip("\n").endswith("@EOF@"):
        text = text.rstrip("\n")[:-len("@EOF@")]
    if not text.lstrip().startswith(("events", "http", "\ufeff", "#!whole")):
        text = "events{}http{server{" + text + "}}\n"
    return text


def cases():
    with open(os.path.join(HERE, "grammar.txt"), encoding="utf-8", newline="") as file:
        pieces = re.split(r"(?m)^-- (.*)\n", file.read())
    return list(zip(pieces[1::2], pieces[2::2]))


def main():
    recorded = {}
    with tempfile.TemporaryDirectory() as directory:
        conf = os.path.join(directory, "nginx.conf")
        for name, text in cases():
            with open(conf, "w", encoding="utf-8", newline="") as file:
                file.write(expand(text))
            done = subprocess.run(
                ["nginx", "-t", "-p", directory, "-c", conf, "-g", "pid %s/pid; error_log stderr;" % directory],
                capture_output=True, text=True, errors="replace", check=False,
            )
            answer = {"ok": done.returncode == 0}
            for line in done.stderr.splitlines():
                found = re.search(r"\[emerg\] (?:\d+#\d+: )?(.*?)(?: in %s:(\d+))?$" % re.escape(conf), line)
                if found:
                    answer["message"] = found.group(1).replace(directory, "DIR")
                    answer["line"] = int(found.group(2) or 0)
            assert name not in recorded, name
            recorded[name] = answer
    with open(os.path.join(HERE, "grammar.json"), "w", encoding="utf-8") as file:
        json.dump(recorded, file, indent=1, ensure_ascii=False)
        file.write("\n")


if __name__ == "__main__":
    main()
