"""Record what `git check-ignore --no-index` says of generated trees, in ignore.json.

Run it in this folder: python3 ignore.py
"""

import json
import os
import random
import subprocess
import tempfile

NAMES = ["a", "b", "ab", "a.py", ".env", ".env.prod", "build", "x y", "[a]", "a*b", "é", "#x", "!x", "a\\b"]
PATTERNS = [
    "*", "*.py", "a", "/a", "a/", "/a/", "a/b", "/a/b", "a/*", "a/**", "**/a", "**/a/b", "a/**/b", "!a", "!*.py", "!a/", "!/a/b",
    "[!a-c]b", "[^a]", "[a-c]", "[[:alpha:]]*", "[[:bogus:]]", "[]a]", "[]-a]", "[a", "[a-]", "\\!x", "\\#x", "#x", "!x", "a\\*b",
    "a\\", "a ", "a\\ ", "x y", "x\\ y", ".env*", "!.env.prod", ".env/", "?", "??", "a?b", "**", "**/", "/**", "/", "//", "a//b",
    "***", "a**", "**b", "a/**b", "*/", "!*/", "*/a", "/*", "!/a", "[a]", "\\[a\\]", "é", "?.py", "a\r", "\ta", " a",
    "build/", "!build/a", "build/*", "!build/", "{a,b}", "[a/b]", "a[/]b", "[!/]", "[\\]]", "[\\a-\\c]", "[--0]",
]


def make_case(rng):
    paths = set()
    for _ in range(14):
        paths.add("/".join(rng.choice(NAMES) for _ in range(rng.choice([1, 1, 2, 2, 3]))))
    # A path must not be a folder of another one.
    paths = sorted(p for p in paths if not any(q.startswith(p + "/") for q in paths))
    folders = [""] + sorted({p.rsplit("/", 1)[0] for p in paths if "/" in p})
    # A pattern that matches everything hides what the others do, so most cases go without.
    hiding = {"*", "**", "**/", "/**", "/*", "*/", "***"} if rng.random() < 0.8 else set()
    patterns = [p for p in PATTERNS if p not in hiding]
    ignores = {}
    for folder in folders:
        if folder == "" or rng.random() < 0.4:
            ignores[folder] = "\n".join(rng.choice(patterns) for _ in range(rng.randint(1, 6))) + rng.choice(["\n", ""])
    return {"gitignore": ignores, "paths": paths}


def ask(case):
    with tempfile.TemporaryDirectory() as root:
        env = dict(os.environ, HOME=root, GIT_CONFIG_NOSYSTEM="1", XDG_CONFIG_HOME=root)
        subprocess.run(["git", "init", "-q", root], check=True, env=env)
        for path in case["paths"]:
            os.makedirs(os.path.dirname(os.path.join(root, path)), exist_ok=True)
            open(os.path.join(root, path), "w").close()
        for folder, text in case["gitignore"].items():
            with open(os.path.join(root, folder, ".gitignore"), "w", newline="") as f:
                f.write(text)
        out = subprocess.run(
            ["git", "check-ignore", "--no-index", "--stdin", "-z"], cwd=root, env=env,
            input="\0".join(case["paths"]), capture_output=True, text=True,
        )
        return [p for p in out.stdout.split("\0") if p]


def main():
    rng = random.Random(20260101)
    cases = []
    for _ in range(300):
        case = make_case(rng)
        case["ignored"] = ask(case)
        cases.append(case)
    with open("ignore.json", "w") as f:
        f.write("[\n" + ",\n".join(json.dumps(c, ensure_ascii=False) for c in cases) + "\n]\n")


main()
