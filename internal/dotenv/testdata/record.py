"""Record how the real readers of env files read many inputs.

    python3 -m venv LIBS && LIBS/bin/pip install python-dotenv==1.2.4 django-environ==0.14.0 python-decouple==3.8
    for v in 0.7.0 0.10.0 0.11.2; do LIBS/bin/pip install --no-deps --target LIBS/de-$v django-environ==$v; done
    (cd containers && go build -o LIBS/containers .)
    LIBS/bin/python record.py LIBS > recorded.json

Besides the libraries it asks bash, with an empty PATH, so that no program can be started.
"""

import io
import json
import logging
import os
import random
import subprocess
import sys
import tempfile

logging.disable(logging.CRITICAL)
NOISE = {"PWD", "SHLVL", "_", "PATH", "OLDPWD", "OUTER"}


def environ_worker(path):
    """Answer for one version of django-environ, which lies in the folder path."""
    if path:
        sys.path.insert(0, path)
    import warnings

    warnings.simplefilter("ignore")
    import environ

    answers = []
    for text in json.load(sys.stdin):
        environ.Env.ENVIRON = {}
        with tempfile.NamedTemporaryFile() as f:
            f.write(text.encode())
            f.flush()
            environ.Env.read_env(f.name)
        answers.append({"ok": True, "values": dict(environ.Env.ENVIRON)})
    json.dump(answers, sys.stdout)


if len(sys.argv) > 1 and sys.argv[1] == "--environ":
    environ_worker(sys.argv[2] if len(sys.argv) > 2 else "")
    sys.exit(0)

LIBS = sys.argv[1]
import decouple  # noqa: E402
import dotenv.main  # noqa: E402

random.seed(20240502)
os.environ.clear()
os.environ["OUTER"] = "outer value"


def python_dotenv(text, override):
    stream = io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8")
    values = dotenv.main.DotEnv(None, stream=stream, interpolate=True, override=override).dict()
    return {"ok": True, "values": dict(values)}


def decouple_answer(text):
    with tempfile.NamedTemporaryFile() as f:
        f.write(text.encode())
        f.flush()
        return {"ok": True, "values": decouple.RepositoryEnv(f.name).data}


def bash(text):
    script = 'printf "%s\\0" $$; set -a; . "$0"; while read -r n; do printf "%s\\0%s\\0" "$n" "${!n}"; done < <(compgen -e)'
    with tempfile.NamedTemporaryFile() as f:
        f.write(text.encode())
        f.flush()
        run = subprocess.run(
            ["/bin/bash", "--norc", "-c", script, f.name],
            env={"PATH": "/nonexistent", "OUTER": "outer value"}, capture_output=True, stdin=subprocess.DEVNULL, timeout=5,
        )
    parts = run.stdout.decode(errors="replace").split("\0")
    pid = parts.pop(0)  # what "$$" stands for, which is another number each time
    values = {k: v.replace(pid, "PID") for k, v in zip(parts[::2], parts[1::2]) if k not in NOISE}
    return {"ok": True, "values": values}


HAND = [
    "", "# only a comment\n", "A=1", "A=1\n", "export A=1\n", "export  A=1\n", "export A\n", "export\tA=1\n", "A = 1\n", "A =1\n", "A= 1\n", "  A=1\n",
    "A=1  \n", 'A="x y"\n', "A='x y'\n", "A=x y\n", "A=1 # c\n", "A=1#c\n", 'A="1" # c\n', "A='1' # c\n", 'A="a #b"\n', "A='a #b'\n", "A=a #b #c\n",
    'A="a\\nb"\n', "A=a\\nb\n", "A='a\\nb'\n", 'A="say \\"hi\\""\n', 'A="a\\\\"\n', "A='a\\'b'\n", "B=2\nA=x$B\n", "B=2\nA=x${B}y\n", "B=2\nA='x$B'\n",
    "B=2\nA='x${B}'\n", "A=pa$SWORD\n", "A=${N:-d}\n", "A=${N}\n", "A=${N-d}\n", "A=${OUTER}\n", "A=$OUTER\n", "A=${OUTER:-d}\n", "A=a$$b\n", "A=\n", 'A=""\n', "A=''\n",
    "A=\nB=${A:-d}\n", "KEY=django-insecure-k$1#)x&(z!=%q\n", 'KEY="django-insecure-k$1#)x&(z!=%q"\n', "KEY='django-insecure-k$1#)x&(z!=%q'\n",
    'A="l1\nl2"\n', "A='l1\nl2'\nB=2\n", "A=a\\\nb\n", 'A="a\\\nb"\n', "A=1\nA=2\n", "A=1\nB=$A\nA=2\nC=$A\n", "FOO\nA=1\n", "A=1\nFOO", "A: 1\n", "A:1\n", "A-B=1\n", "A.B=1\n", "1A=1\n",
    "\ufeffA=1\nB=2\n", "A=1\r\nB=2\r\n", "A='x\r\ny'\r\n", "; comment\nA=1\n", 'A="x\nB=2\n', "A='x\nB=2\nC=3\n", 'M="open\nN=1\nO="x"\n', "URL=http://h/?x=1&y=2\n", 'A={"a": "b"}\n', "A='{\"a\": \"b\"}'\n",
    "É=1\nA=é\n", "=x\nA=1\n", 'A="x" B=2\n', "A='x'y\n", 'A=x"y z"\n', "A=x'y'\n", "A=#c\n", "A= #c\n", "A=\"'x'\"\n", "A='\"x\"'\n", 'A="""x"""\n', "A=a\tb # c\n", "A=a\t# c\n",
    "'A'=1\n", "A=\\$B\n", 'A="\\$B"\n', "A=${\n", "A=${}\n", "A=$\n", "A=x$\nB=1\n", 'A="a\\tb\\rc"\n', "A=~/x\n", "A=b # c 'd'\n", "A='b' c\n", "#A=1\n #B=2\nC=3\n", "A=1\n\n\nB=2", "A\x0b=1\n", "A=1\x0bB=2\n",
    "A=a\\ b\n", "A=a\\#b\n", "A+=1\n", "A=1\nA+=2\n", "A=1;B=2\n", "A=1 B=2\n", "A=1 && B=2\n", "OUTER=file\nA=$OUTER\nB=${OUTER}\n", "A=${B:-${C:-x}}\n", "A=${B:+x}\n", "B=1\nA=${B:+x}\n", "A=x=y==\n",
    "if true; then A=1; fi\n", "f() { A=1; }\n", "A=(1 2)\n", "export A B=2\n", "A=1\nexport A\n", "A=1 export B=2\n", "A=\"$B\"\nB='\"'\nC=$B\n", "A=$'x'\n", "A=<<x\n", "[x]\nA=1\n", "A=a,b,c\nB=[1]\n", "A=*\n", "A=\\\\\n",
]
FRAGMENTS = [
    "A=", "B=", "export A=", "C =", " D=", "E: ", "A", "#", " # c", "#c", '"', "'", "x", "y z", "$A", "${A}", "${B:-d}", "$OUTER", "${OUTER}", "\\n", "\\", "\\\\", '\\"', "=", " ", "\t", "\n", "\n", "\n", "\r\n", "é", "1", "$", ";", ",",
]
CLEAN = ["A=1", "B=two words", 'C="q u"', "export D='s'", "E=${A}/x", "F=$A-y", 'G="$B"', "H='$B'", "I=a#b", "J=a #b", 'K="a\\nb"', "L=", "M=${ZZ:-dflt}", "N=${A:-no}", "# note", "", "  O=1", "P=x  ", "Q=\"l1\nl2\"", "R=${OUTER}!", "S=a=b"]


def random_text():
    if random.random() < 0.5:
        return "".join(random.choice(FRAGMENTS) for _ in range(random.randint(2, 12)))
    return "\n".join(random.choice(CLEAN) for _ in range(random.randint(1, 6))) + random.choice(["\n", ""])


texts = HAND + [random_text() for _ in range(500)]
answers = {
    "python-dotenv": [python_dotenv(t, False) for t in texts],
    "python-dotenv override": [python_dotenv(t, True) for t in texts],
    "decouple": [decouple_answer(t) for t in texts],
    "bash": [bash(t) for t in texts],
}
for version in ["", "0.7.0", "0.10.0", "0.11.2"]:
    run = subprocess.run(
        [sys.executable, __file__, "--environ"] + ([os.path.join(LIBS, "de-" + version)] if version else []),
        input=json.dumps(texts), capture_output=True, text=True, check=True,
    )
    answers["environ " + (version or "current")] = json.loads(run.stdout)
run = subprocess.run([os.path.join(LIBS, "containers")], input=json.dumps(texts), capture_output=True, text=True, check=True)
answers.update(json.loads(run.stdout))
recording = [{"text": t, "answers": {k: v[i] for k, v in answers.items()}} for i, t in enumerate(texts)]
json.dump(recording, sys.stdout, indent=0, sort_keys=True)
sys.stdout.write("\n")
