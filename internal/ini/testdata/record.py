"""Record what supervisor's own code says about many inputs.

    /usr/bin/python3 record.py > recorded.json

It needs the supervisor package and a CPython before 3.13, whose configparser cuts comments as Debian's does. Exit status 3
means that one of them is not there.
"""

import io
import json
import random
import shlex
import sys

if sys.version_info >= (3, 13):
    sys.exit(3)
try:
    import warnings

    warnings.simplefilter("ignore")
    from supervisor import datatypes, options
except Exception:
    sys.exit(3)

import configparser

random.seed(20240501)


def parse(text):
    parser = options.UnhosedConfigParser()
    error = ""
    try:
        parser.read_file(io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))
    except configparser.Error as e:
        error = type(e).__name__
    sections = {}
    if error != "MissingSectionHeaderError":
        for name in parser.sections():
            sections[name] = {k: v for k, v in parser.items(name) if k}
    return {"text": text, "error": error, "sections": sections}


def environment(text):
    try:
        pairs = datatypes.dict_of_key_value_pairs(text)
        return {"text": text, "ok": True, "pairs": pairs}
    except ValueError:
        return {"text": text, "ok": False, "pairs": None}


def words(text):
    try:
        return {"text": text, "ok": True, "words": shlex.split(text)}
    except ValueError:
        return {"text": text, "ok": False, "words": None}


TABLE = {
    "here": "/etc/supervisor",
    "program_name": "web",
    "group_name": "shop's",
    "host_node_name": "host-1",
    "process_num": 7,
    "numprocs": 12,
    "ENV_HOME": "/home/é",
    "ENV_(x)": "paren",
    "ENV_ONE": "x",
}


def expand(text):
    try:
        return {"text": text, "error": "", "result": text % TABLE}
    except KeyError as e:
        return {"text": text, "error": "unknown", "result": e.args[0]}
    except Exception as e:
        return {"text": text, "error": "format", "result": ""}


def convert(kind, text):
    functions = {
        "bool": datatypes.boolean,
        "int": datatypes.integer,
        "bytes": datatypes.byte_size,
        "octal": datatypes.octal_type,
        "signal": datatypes.signal_number,
        "exitcodes": datatypes.list_of_exitcodes,
        "restart": datatypes.auto_restart,
        "loglevel": datatypes.logging_level,
        "name": datatypes.process_or_group_name,
        "address": datatypes.inet_address,
        "list": datatypes.list_of_strings,
    }
    try:
        result = functions[kind](text)
        if isinstance(result, type):
            result = result.__name__
        if isinstance(result, tuple):
            result = "%s|%d" % result
        if isinstance(result, list):
            result = "|".join(map(str, result))
        return {"kind": kind, "text": text, "ok": True, "result": str(result)}
    except ValueError:
        return {"kind": kind, "text": text, "ok": False, "result": ""}


HAND_FILES = [
    "",
    "[program:a]\ncommand=x\n",
    "[program:a]\r\ncommand=x\r\n  y\r\n",
    "[program:a]\rcommand=x\r",
    "[program:a]\ncommand = sh -c \"a ; b\"\n",
    "[program:a]\nenvironment=K=\"a #b\"\n",
    "[program:a]\na=1;2\nb=p#x\nc=a;b ;c #d\nd=a#b ;c\n",
    "[program:a] ; x\nCOMMAND=y\n[Program:b]\nX: y=z\n",
    "[program:a]\nautostart\ncommand=x\n",
    "[program:a]\ncommand=x\nautostart\n  y\n",
    "[program:a]\nenvironment=\n  A=1,\n ; gone\n\n  B=2\n\n\n[x]\na=1\n",
    "[program:a]\ncommand=x\n  [program:b]\n  b=c\n",
    "  [program:a]\n  command=x\n y=z\n    more\n",
    "[DEFAULT]\nuser=root\n[program:a]\ncommand=x\n[program:b]\nuser=b\n",
    "[DEFAULT]\na=1\n[DEFAULT]\na=2\nb=3\n[x]\n",
    "[a]\nx=1\n[b]\nx=2\n[a]\nx=3\ny=4\n",
    "\ufeff[a]\nx=1\n",
    "x=1\n[a]\n",
    "stray\n[a]\nx=1\n",
    "; only a comment\n# and another\n",
    "[a]\n= nothing\n  more\nb=1\n",
    "[a]\nb\n",
    "[a ; b]\nc=1\n",
    "[]\na=1\n",
    "[a]b]\nc=1\n[d] e=f\n",
    "[a]\nstdout_logfile : NONE\nurl=http://x:80/?a=b\n",
    "[a]\nkey with space = 1\n\tx = 2\n\t\ty\n",
    "[a]\nb = \n\n\n  c\n",
    "[a]\nb = 1 ;\n  ;c\n  # d\n  e ; f\n",
    "[a]\nÉ = ü\u00a0; x\n\u3000z=1\n",
    "[a]\nb=1\n\x0c\nc=2\n",
    "[a]\nb=%(here)s 100%%\n",
]
FRAGMENTS = [
    "[program:web]", "[program:web] ; c", "[DEFAULT]", "[supervisord]", "[a", "a]", "command=", "command = gunicorn -b :80",
    "user: www", "USER = root", "=", ":", "bare", "environment=A=\"1\",", "B='2' ; c", "C=3 # d", "; comment", "# comment",
    "x;y", "x#y", " ;", " #", "", "", "k=v;w ;x #y", "k = a = b : c", "[x]\ty", "\tz", "\u00a0q=1", "ключ=значение",
]
INDENTS = ["", "", "", " ", "    ", "\t"]
ENDS = ["\n", "\n", "\n", "\n", "\r\n", "\r"]


def random_file():
    lines = ["[start]\n"] if random.random() < 0.8 else []
    for _ in range(random.randint(1, 12)):
        lines.append(random.choice(INDENTS) + random.choice(FRAGMENTS) + random.choice(ENDS))
    return "".join(lines)


HAND_ENVIRONMENTS = [
    "", "A=1", 'A="1,2",B=x', "A=1 B=2", "A=a b", "A=,B=2", 'A="",B=2', "A=http://x/y?z=1", "A=p@ss", "A=a*b", "A=a~b",
    "A=[1]", "A=$HOME", 'A="$HOME"', "A=val#foo,B=2", "A=val#foo\n,B=2", "A=val#foo\nB=2", 'A="v#oo"', 'A="x"\nB="y"', "A=1,",
    "A='it''s'", 'A="a\\"b"', "A", "A=", "=1", ",", "A = 1 , B = 2", "A=1;B=2", "A=1,,B=2", 'A="unterminated', "A=a'b'c,B=1",
    'A=a"b c"', "A='\"x\"'", "A=\"'x'\"", "# c\nA=1", "A-B.C/D+E:F(G)=1", "A=é", 'É=1', "A=1,\n  B=2,\n  C=3", "A='x',B=\"y\"z,C=1",
]
PIECES = ["A", "B", "KEY_1", "=", "=", "=", ",", ",", '"x y"', "'q'", '"', "'", "a.b/c", "$", "@", "#", "\n", " ", "\t", "1", ";", "é", "\\", "http://h:80/p"]


def random_of(pieces, most):
    return "".join(random.choice(pieces) for _ in range(random.randint(1, most)))


HAND_COMMANDS = [
    "", " ", "a b", "a 'b c' d", 'a "b c"', "a\\ b", "a\\", "'a", '"a', '"a\\', "''", '""x', "a''b", '"a\\"b"', '"a\\b"',
    '"a\\\\b"', "'a\\'", "a#b #c", "a;b && c | d > e", "~/x $HOME ${X} *.py", "a\nb\tc\rd", "a\x0bb", "é ü", "\\é", "a=\"b c\" d='e'",
    'bash -c "exec gunicorn -b 0.0.0.0:8000 shop.wsgi"', "%(here)s/run", "a \\\n b",
]
COMMAND_PIECES = ["a", "bc", " ", " ", "\t", "\n", "'", '"', "\\", "#", "é", "-x", "=", ";", "$"]

HAND_FORMATS = [
    "", "plain", "%", "%%", "%%%", "50%", "100%%", "%(here)s/x", "%(program_name)s_%(process_num)02d", "%(nope)s",
    "%(ENV_HOME)s:%(ENV_X)s", "%s", "%s %s", "%(here)s %s", "%d", "%(here)d", "%(process_num)s", "%(process_num)d of %(numprocs)i",
    "%(process_num)05d|%(process_num)-5d|%(process_num)+d|%(process_num) d|%(process_num)5d", "%(process_num)x %(numprocs)X %(numprocs)#x %(numprocs)#o %(numprocs)o",
    "%(process_num)c", "%(ENV_ONE)c", "%(here)c", "%(process_num).3d", "%(process_num)05.3d", "%(here)20s|%(here)-20s|%(here).4s|%(here)020s",
    "%(process_num)f %(process_num)e %(process_num)g %(process_num).2f %(numprocs)08.1f", "%(here)r %(group_name)r %(ENV_HOME)r %(ENV_HOME)a",
    "%(here", "%(here)", "%(here)5", "%(here)*s", "%*d", "%(h)s %(l)s", "%(here)y", "%(here)S", "%5%", "%(here)%", "%(nope)%", "%(ENV_(x))s", "%(ENV_(x)s",
    "%(process_num)ld", "%(process_num)hd", "%(here)ls", "% d", "%-", "%.5s", "%(process_num)G", "%(process_num)E",
    "%()s", "%(here)#s", "%(here)+s", "%r", "%a", "%(process_num)r", "%(process_num)a", "%(process_num)10r|",
]
FORMAT_PIECES = ["%", "%%", "%(here)", "%(process_num)", "%(ENV_HOME)", "%(x)", "s", "d", "02d", "-5", ".2", "f", "(", ")", "#", "*", " ", "l", "x", "é", "text"]

CONVERSIONS = {
    "bool": ["true", "TRUE", "Yes", "on", "1", "no", "False", "off", "0", "", " true", "t", "2", "enabled", "oN"],
    "int": ["0", "10", "-1", "+3", " 7 ", "600s", "1_000", "1__0", "_1", "1_", "0x10", "1.0", "", "- 1", "--1", "+-1", "007", "\u00a05"],
    "bytes": ["0", "50MB", "50mb", "10M", "10 MB", "1GB", "2KB", "MB", "1.5MB", "-1", "50MBB", "1_0KB", "KB10", ""],
    "octal": ["022", "0700", "0o22", "700", "9", "08", "", "-22", "0x1", "0o", "0_22", "777 ", "0O7", "0o_7"],
    "signal": ["TERM", "SIGTERM", "term", "sigterm", "15", "9", "QUIT", "0", "32", "64", "65", "-1", "FOO", "", " INT ", "SIGSIGTERM", "CLD", "POLL", "IOT", "RTMIN", "RTMAX", "RTMIN+1", "33", "34", "KILL ", "SIG", "HUP,INT", "1_5"],
    "exitcodes": ["0", "0,2", "0, 2", "", "256", "-1", "a", "0,", ",", "255", "1 2"],
    "restart": ["true", "false", "unexpected", "UNEXPECTED", "always", "", "1", "0", "on-failure", " true"],
    "loglevel": ["info", "INFO", "debug", "warning", "warn", "error", "critical", "blather", "trace", "", "20", "erro"],
    "name": ["web", " web ", "a b", "a:b", "a/b", "", "a\tb", "%(x)s"],
    "address": ["9001", ":9001", "*:9001", "127.0.0.1:9001", "LOCALHOST:80", "::1", "[::1]:80", "", ":", "a:", "0", "65535", "65536", "http", " 80 "],
    "list": ["", "a", "a,b", " a , b ", "a,,b", ","],
}

recording = {
    "parse": [parse(t) for t in HAND_FILES + [random_file() for _ in range(300)]],
    "environment": [environment(t) for t in HAND_ENVIRONMENTS + [random_of(PIECES, 14) for _ in range(400)]],
    "words": [words(t) for t in HAND_COMMANDS + [random_of(COMMAND_PIECES, 16) for _ in range(400)]],
    "expand": [expand(t) for t in HAND_FORMATS + [random_of(FORMAT_PIECES, 7) for _ in range(400)]],
    "convert": [convert(k, t) for k, texts in CONVERSIONS.items() for t in texts],
}
json.dump(recording, sys.stdout, indent=0, sort_keys=True)
sys.stdout.write("\n")
