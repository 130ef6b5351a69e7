"""Records what bash really does with the scripts below: which program gets which words, environment and directory,
and whether it took the shell's place. Run it with python3 in this folder; it writes bash.json."""

import json
import os
import pathlib
import subprocess
import tempfile

PROBE = r"""#!/usr/bin/env python3
import json, os, sys
names = [n for n in os.environ if n.startswith("T_")]
with open(os.environ["PROBE_OUT"], "w") as out:
    json.dump({"argv": [os.path.basename(sys.argv[0])] + sys.argv[1:], "env": {n: os.environ[n] for n in sorted(names)},
               "cwd": os.path.relpath(os.getcwd(), os.environ["PROBE_ROOT"]),
               "exec": str(os.getpid()) == os.environ["PROBE_SHELL"]}, out)
"""

CASES = {
    "exec quoted": ('cd sub\nexec "$@"\n', ["gunicorn", "a b", "c"]),
    "exec unquoted": ("exec $@\n", ["gunicorn", "a b", "c"]),
    "exec star": ('exec gunicorn "$*"\n', ["a b", "c"]),
    "no exec": ('gunicorn "$1" $2\ntrue\n', ["a b", "c d"]),
    "plain assignment": ("T_A=1\nexec gunicorn $T_A\n", []),
    "export": ("export T_A=1 T_B='x y'\nT_C=3\nexport T_C\nexec gunicorn\n", []),
    "declare and readonly": ("declare -x T_A=1\nreadonly T_B=2\nexport T_B\ntypeset -x T_C=3\ndeclare T_D=4\nexec gunicorn\n", []),
    "export -n": ("export T_A=1 T_B=2\nexport -n T_A\nexec gunicorn\n", []),
    "set -a": ("set -a\nT_A=1\nset +a\nT_B=2\nexec gunicorn\n", []),
    "set -o allexport": ("set -o allexport\n. ./plain.env\nset +o allexport\nexec gunicorn\n", []),
    "source without export": ("source ./plain.env\nexec gunicorn $T_ONE\n", []),
    "source with export": (". ./export.env\nexec gunicorn\n", []),
    "source in braces": ("{ set -a; . ./plain.env; set +a; }\nexec gunicorn\n", []),
    "prefix": ("T_A=1 T_B=$T_A exec gunicorn\n", []),
    "prefix of another": ("T_A=1 true\nexec gunicorn x$T_A\n", []),
    "defaults": ('exec gunicorn ${T_W:-3} "${T_X-}" ${T_Y-} ${T_Z:=9} $T_Z\n', []),
    "alternatives": ('T_A=1\nexec gunicorn ${T_A:+--a} ${T_B:+--b} "${T_B+--c}"\n', []),
    "quotes": ("A='a  b'\nexec gunicorn $A \"$A\" '$A' a\\ b \"\\$A\" \"\\n\" $'x\\ty'\n", []),
    "case": ('case "$1" in web|"") exec gunicorn web;; w*) exec gunicorn w;; *) exec gunicorn other;; esac\n', ["worker"]),
    "case quoted star": ('case "$1" in "*") exec gunicorn star;; ?) exec gunicorn one;; esac\n', ["x"]),
    "if test": ('if [ "$1" = a ]; then exec gunicorn yes; fi\nexec gunicorn no\n', ["a"]),
    "if brackets": ('if [[ $1 == a* && -n $2 ]]; then exec gunicorn yes; else exec gunicorn no; fi\n', ["ab", "c"]),
    "numbers": ("if [ $# -ge 2 ]; then exec gunicorn $((2*3+1)) $#; fi\n", ["a", "b"]),
    "shift": ('shift\nexec gunicorn "$@"\n', ["a", "b c"]),
    "set words": ('set -- gunicorn -w 2 "$@"\nexec "$@"\n', ["a"]),
    "arrays": ('A=(x "y z")\nA+=(w)\nexec gunicorn "${A[@]}" ${A[1]} "${A[*]}" ${#A[@]}\n', []),
    "function": ('f() { local T_L=1; export T_G=2; exec gunicorn "$1" "$@"; }\nf a b\n', ["c"]),
    "subshell": ("(export T_A=1; cd sub)\nexec gunicorn\n", []),
    "pipe": ("export T_A=0\necho x | read T_A\nexec gunicorn $T_A\n", []),
    "cut": ('X=a/b.c.d\nexec gunicorn ${X%.*} ${X%%.*} ${X#*/} ${X##*.} ${#X}\n', []),
    "slice of arguments": ('exec gunicorn "${@:2}"\n', ["a", "b c", "d"]),
    "cd chain": ("cd sub && cd .. && cd ./sub\nexec gunicorn\n", []),
    "unset": ("export T_A=1\nunset T_A\nexec gunicorn\n", []),
    "empty words": ('E=\nexec gunicorn $E "$E" "" x$E\n', []),
    "printed file": ("export $(grep -v '^#' plain.env | xargs)\nexec gunicorn\n", []),
    "negated test": ('if ! [ -z "$1" ]; then exec gunicorn given; fi\nexec gunicorn none\n', []),
    "or": ("[ 1 = 2 ] || T_A=1\n[ 1 = 1 ] || T_A=2\nexport T_A\nexec gunicorn\n", []),
    "sh -e with guard": ("set -e\nfalse || true\nexec gunicorn done\n", []),
    "append": ("export T_A=1\nT_A+=2\nexec gunicorn ${T_A}3\n", []),
    "its own folder": ('cd "$(dirname "$0")/sub"\nexec gunicorn "$(basename "$0")"\n', []),
}
FILES = {"plain.env": "# comment\nT_ONE=1\nT_TWO='two'\n", "export.env": "export T_ONE=1\nT_TWO=2\nexport T_TWO T_THREE=3\n"}


def record(script, args):
    with tempfile.TemporaryDirectory() as root:
        base = pathlib.Path(root)
        (base / "bin").mkdir()
        (base / "sub").mkdir()
        (base / "bin" / "gunicorn").write_text(PROBE)
        (base / "bin" / "gunicorn").chmod(0o755)
        for name, text in FILES.items():
            (base / name).write_text(text)
        (base / "run.sh").write_text(script)
        out = base / "out.json"
        env = {"PATH": f"{base}/bin:/usr/bin:/bin", "PROBE_OUT": str(out), "PROBE_ROOT": root}
        # The outer bash execs the inner one, so $$ is the process that runs the script.
        subprocess.run(["bash", "-c", 'PROBE_SHELL=$$ exec bash "$@"', "bash", f"{root}/run.sh", *args],
                       cwd=root, env=env, check=False, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        return json.loads(out.read_text())


def main():
    os.chdir(pathlib.Path(__file__).parent)
    cases = [{"name": n, "script": s, "args": a, **record(s, a)} for n, (s, a) in CASES.items()]
    pathlib.Path("bash.json").write_text(json.dumps({"files": FILES, "cases": cases}, indent=1) + "\n")


main()
