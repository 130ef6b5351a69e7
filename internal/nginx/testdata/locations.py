#!/usr/bin/env python3
"""Record which location of a running nginx answers which path, and which file it maps the path to.

Random servers are made from a small vocabulary of prefixes and patterns, so that they collide. Each location says its own
number and $request_filename; one in five is proxied, for the redirect that nginx adds the slash with. nginx listens on
loopback only. Writes locations.json: a list of servers with their text and their answers, path by path, as
"number file", "number" for a proxied location, or "redirect".

Usage: python3 locations.py    (needs nginx on PATH)
"""

import http.client
import json
import os
import random
import re
import socket
import subprocess
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
SEGMENTS = ["static", "media", "a", "static-private", ".git"]
PATTERNS = [r"\.css$", r"\.(css|js)$", "^/static", r"^/static/(.*)$", r"/\.", r"/\.(?!well-known)", "^/a/([a-z]+)", r"^/(?<name>[^/]+)/x",
            r"\.CSS$", "/"]
PATHS = ["/", "/static", "/static/", "/static/a.css", "/static/a/b.js", "/static-private/x", "/staticx", "/media/a.CSS", "/media", "/a",
         "/a/", "/a/b", "/a/b.css", "/a/static/x.css", "/.git/config", "/.well-known/x", "/a/.git/x", "/static/x", "/x.php", "/media/x/y",
         "/static/static/a", "/a/a/a.css", "/media/"]


class Maker:
    """Makes one server."""

    def __init__(self, start, backend):
        self.random = random.Random(start)
        self.number = 0
        self.backend = backend

    def prefix(self, outer):
        pick = self.random.choice
        path = outer if outer else "/"
        if self.random.random() < 0.85:
            path = path.rstrip("/") + "/" + pick(SEGMENTS)
            if self.random.random() < 0.6:
                path += "/"
        return path

    def location(self, outer, depth, seen):
        r = self.random
        self.number += 1
        number = self.number
        kind = r.random()
        if outer is None or kind < 0.3:
            modifier, path = r.choice(["~", "~*"]), r.choice(PATTERNS)
            inner = None
        elif kind < 0.4:
            modifier, path = "=", self.prefix(outer)
            inner = ""
        else:
            modifier, path = r.choice(["", "", "", "^~"]), self.prefix(outer)
            inner = path
        key = (modifier if modifier in ("=", "~", "~*") else "", path)
        if key in seen:
            return ""
        seen.add(key)
        body = ""
        proxied = r.random() < 0.2
        if not proxied and r.random() < 0.5:
            if r.random() < 0.5:
                body += " root /srv/r%d;" % number
            elif modifier in ("~", "~*"):
                groups = re.findall(r"\((?!\?!|\?<)", path)
                body += " alias /srv/a%d/%s;" % (number, "$1" if groups or "?<" in path else "x")
            else:
                body += " alias /srv/a%d%s;" % (number, r.choice(["", "/"]))
        if inner != "" and depth < 2 and r.random() < 0.45:
            below = set()
            for _ in range(r.randint(1, 3)):
                body += " " + self.location(inner, depth + 1, below)
        if proxied:
            body += ' proxy_set_header X-Number %d; proxy_pass http://127.0.0.1:%d;' % (number, self.backend)
        else:
            body += ' return 200 "%d $request_filename";' % number
        return 'location %s "%s" {%s }' % (modifier, path, body)

    def server(self):
        seen = set()
        lines = [self.location("", 0, seen) for _ in range(self.random.randint(2, 7))]
        return "root /srv/root;\n" + "\n".join(line for line in lines if line) + "\n"


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def accepted(directory, text):
    conf = os.path.join(directory, "try.conf")
    with open(conf, "w", encoding="utf-8") as file:
        file.write("pid %s/try.pid; error_log stderr; events {} http { server { %s } }\n" % (directory, text))
    return subprocess.run(["nginx", "-t", "-p", directory, "-c", conf], capture_output=True, check=False).returncode == 0


def main():
    port, backend = free_port(), free_port()
    with tempfile.TemporaryDirectory() as directory:
        servers = [Maker(start, backend).server() for start in range(150)]
        servers = [s for s in servers if accepted(directory, s)]
        conf = os.path.join(directory, "nginx.conf")
        with open(conf, "w", encoding="utf-8") as file:
            file.write("daemon off; pid %s/pid; error_log stderr; events {} http { access_log off; server_names_hash_max_size 4096;\n" % directory)
            file.write("server { listen 127.0.0.1:%d; return 200 $http_x_number; }\n" % backend)
            for i, text in enumerate(servers):
                file.write("server { listen 127.0.0.1:%d; server_name s%d;\n%s}\n" % (port, i, text))
            file.write("}\n")
        nginx = subprocess.Popen(["nginx", "-p", directory, "-c", conf], stderr=subprocess.DEVNULL)
        try:
            time.sleep(1)
            recorded = []
            for i, text in enumerate(servers):
                answers = {}
                for path in PATHS:
                    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
                    connection.request("GET", path, headers={"Host": "s%d" % i})
                    response = connection.getresponse()
                    said = response.read().decode()
                    connection.close()
                    if response.status == 301:
                        said = "redirect"
                    elif response.status != 200:
                        said = "none"  # no location: nginx looks for a file
                    answers[path] = said
                recorded.append({"server": text.replace(str(backend), "8000"), "answers": answers})
        finally:
            nginx.terminate()
            nginx.wait()
    with open(os.path.join(HERE, "locations.json"), "w", encoding="utf-8") as file:
        file.write("[\n" + ",\n".join(json.dumps(r) for r in recorded) + "\n]\n")


if __name__ == "__main__":
    main()
