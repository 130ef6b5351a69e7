"""Records what supervisor makes of many configurations: whether supervisord would start, and the processes that it would.
Run it with a Python that has supervisor, in this folder; it writes supervisor.json."""

import io
import json
import os
import pathlib
import random
import sys
import tempfile

sys.path = sys.path[1:]  # this file is called supervisor too

from supervisor import options  # noqa: E402

ENVIRON = {"HOME": "/root", "STAGE": "live", "PERCENT": "50%%"}

# For each option, values that are taken and values that are not.
PROGRAM = {
    "command": ["/bin/gunicorn shop.wsgi", "gunicorn -w 3 %(program_name)s.wsgi", "/bin/sh -c \"exec gunicorn\"", "%(ENV_HOME)s/run", "run %(ENV_OWN)s",
                "run 50%", "run 50%%", "run %(nothing)s", "run ; comment", "run #comment", "worker %(process_num)02d %(group_name)s", "", "'open"],
    "process_name": ["%(program_name)s", "%(program_name)s_%(process_num)02d", "a b", "a:b", "web", "%(process_num)s", "%(nope)s"],
    "numprocs": ["1", "2", "0", "x", " 3", "2.0", "-1"],
    "numprocs_start": ["0", "8", "y"],
    "priority": ["1", "999", "-1", "high"],
    "autostart": ["true", "off", "TRUE", "maybe", "1", ""],
    "autorestart": ["true", "false", "unexpected", "UNEXPECTED", "never"],
    "startsecs": ["0", "10", "10s"],
    "startretries": ["3", "x"],
    "exitcodes": ["0", "0,2", "0, 2", "256", "a", "", "1,"],
    "stopsignal": ["TERM", "QUIT", "SIGINT", "int", "9", "NOSUCH", "99"],
    "stopwaitsecs": ["600", "10", "ten"],
    "stopasgroup": ["true", "false"],
    "killasgroup": ["true", "false"],
    "redirect_stderr": ["true", "false", "2"],
    "stdout_logfile": ["NONE", "AUTO", "/tmp/web.log", "syslog", "/tmp/%(program_name)s.log", "/tmp/a%%b.log", "off"],
    "stdout_logfile_maxbytes": ["10MB", "0", "10M", "1kb", "5GB"],
    "stdout_logfile_backups": ["0", "ten"],
    "stderr_logfile": ["NONE", "/tmp/err.log"],
    "environment": ['A="1",B="2"', "A=1", 'A="x y",OWN="me"', "A=1 B=2", 'A="50%%"', 'A="50%"', 'A="%(ENV_STAGE)s"', 'A="%(ENV_GONE)s"', "A=", "A", 'A="1",',
                    'A=http://x/y?z=1', 'A="%(program_name)s-%(process_num)d"', ""],
    "directory": ["/tmp", "/srv/%(program_name)s", "%(here)s", "%(bad", "/srv/%(ENV_STAGE)s"],
    "umask": ["022", "77", "8", "0o22"],
    "user": ["root", "nobody"],
    "serverurl": ["AUTO", "http://localhost:9001"],
    "stopsignall": ["TERM", "%(broken"],
}
DAEMON = {
    "logfile": ["/tmp/s.log"], "loglevel": ["info", "DEBUG", "loud"], "nodaemon": ["true", "yes", "y"], "minfds": ["1024", "many"], "umask": ["022", "9"],
    "environment": ['G="1"', 'G="%(ENV_STAGE)s",OWN="global"', "G", 'G="a%%%%b"'], "identifier": ["shop", "%(here)s"], "user": ["root"],
    "logfile_maxbytes": ["50MB", "50 MB", "1M"], "unknown": ["x"],
}
EXTRA = [
    "[inet_http_server]\nport = 127.0.0.1:9001\n", "[inet_http_server]\nport = 9001\nusername = a\n", "[inet_http_server]\nport = *:9001\nusername=a\npassword=b\n",
    "[inet_http_server]\nusername=a\npassword=b\n", "[inet_http_server]\nport = 127.0.0.1:http\n", "[inet_http_server]\nport = 70000\n",
    "[unix_http_server]\nfile = /tmp/s.sock\nchmod = 0700\n", "[unix_http_server]\nfile=%(here)s/s.sock\nchmod = 0799\n", "[unix_http_server]\nchmod=0700\n",
    "[unix_http_server]\nfile=/tmp/s.sock\npassword=%(ENV_STAGE)s\n",
    "[group:all]\nprograms = web\n", "[group:all]\nprograms = web, gone\n", "[group:a b]\nprograms=web\n", "[group:all]\n", "[group:all]\nprograms=web\npriority=x\n",
    "[rpcinterface:supervisor]\nsupervisor.rpcinterface_factory = supervisor.rpcinterface:make_main_rpcinterface\n", "[rpcinterface:supervisor]\n",
    "[supervisorctl]\nserverurl = %(broken\n", "[include]\nfiles = conf.d/*.conf\n", "[include]\n",
    "[eventlistener:mem]\ncommand=memmon\nevents=TICK_60\n", "[eventlistener:mem]\ncommand=memmon\n", "[eventlistener:mem]\ncommand=memmon\nevents=TICK_61\n",
    "[eventlistener:mem]\ncommand=memmon\nevents=TICK_5,process_state\nbuffer_size=0\n", "[eventlistener:mem]\ncommand=memmon\nevents=EVENT\nredirect_stderr=true\n",
    "[fcgi-program:f]\ncommand=x\nsocket=tcp://localhost:9000\n", "[fcgi-program:f]\ncommand=x\n", "[fcgi-program:f]\ncommand=x\nsocket=unix://s.sock\n",
    "[fcgi-program:f]\ncommand=x\nsocket=tcp://localhost\n", "[fcgi-program:f]\ncommand=x\nsocket=tcp://localhost:9000\nsocket_mode=0700\n",
    "[DEFAULT]\nautostart=maybe\n", "[DEFAULT]\nuser=root\n", "[Program:x]\ncommand\n", "bare\n", "[program:web]\ncommand=again\n", "[nosuch]\nx=%(y\n",
]


def listing(section, table, rng, most):
    lines = [f"[{section}]"]
    for name in rng.sample(sorted(table), rng.randint(0, most)):
        good = rng.random() < 0.93
        values = table[name]
        lines.append(f"{name}={rng.choice(values[:2] if good else values)}")
    return lines


def generated(rng):
    lines = [] if rng.random() < 0.03 else listing("supervisord", DAEMON, rng, 3)
    for name in rng.sample(["web", "worker", "beat", "a:b", "c d"], k=rng.choices([1, 2], [3, 1])[0]) if rng.random() < 0.2 else ["web"]:
        body = listing("program:" + name, PROGRAM, rng, 7)
        if not any(line.startswith("command=") for line in body) and rng.random() < 0.95:
            body.insert(1, "command=/bin/gunicorn shop.wsgi")
        lines += ["", *body]
    text = "\n".join(lines) + "\n"
    if rng.random() < 0.35:
        text += "\n" + rng.choice(EXTRA)
    return text


def name_of(value):
    return value.__name__ if isinstance(value, type) else value


def answer(text):
    with tempfile.TemporaryDirectory() as root:
        path = pathlib.Path(root, "supervisord.conf")
        path.write_text(text)
        os.environ.clear()
        os.environ.update(ENVIRON)
        server = options.ServerOptions()
        server.stderr = server.stdout = io.StringIO()
        try:
            server.realize(["-c", str(path)])
        except SystemExit:
            return {"text": text, "ok": False, "programs": []}
        except Exception:  # configparser's own errors are not caught either
            return {"text": text, "ok": False, "programs": []}
        programs = []
        for group in server.configroot.supervisord.process_group_configs:
            for p in group.process_configs:
                clean = lambda value: value.replace(root, "HERE") if isinstance(value, str) else value  # noqa: E731
                programs.append({
                    "group": group.name, "name": p.name, "command": clean(p.command), "directory": clean(p.directory), "priority": p.priority,
                    "autostart": p.autostart, "autorestart": name_of(p.autorestart), "startsecs": p.startsecs, "startretries": p.startretries,
                    "stopsignal": int(p.stopsignal), "stopwaitsecs": p.stopwaitsecs, "stopasgroup": p.stopasgroup, "killasgroup": p.killasgroup,
                    "exitcodes": p.exitcodes, "redirect_stderr": p.redirect_stderr, "environment": p.environment, "umask": p.umask,
                })
        return {"text": text, "ok": True, "programs": programs}


def main():
    os.chdir(pathlib.Path(__file__).parent)
    target = pathlib.Path("supervisor.json").resolve()
    rng = random.Random(4)
    answers = [answer("[supervisord]\n[program:web]\ncommand=x\n" + extra) for extra in EXTRA]
    answers += [answer(generated(rng)) for _ in range(360)]
    target.write_text("[\n" + ",\n".join(json.dumps(a, sort_keys=True) for a in answers) + "\n]\n")


main()
