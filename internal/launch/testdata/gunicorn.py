"""Records what gunicorn makes of command lines, environment variables and configuration files. Run it with a Python that
has gunicorn, in this folder; it writes gunicorn.json."""

import importlib
import json
import os
import pathlib
import random
import sys
import tempfile

KEYS = ["bind", "workers", "threads", "worker_class", "reload", "loglevel", "errorlog", "accesslog", "timeout",
        "graceful_timeout", "keepalive", "daemon", "raw_env", "preload_app", "max_requests", "max_requests_jitter",
        "limit_request_line", "limit_request_fields", "limit_request_field_size", "proxy_protocol", "certfile", "keyfile",
        "forwarded_allow_ips", "pidfile", "proc_name", "sendfile", "backlog", "worker_connections"]

sys.path = sys.path[1:]  # this file is called gunicorn too

# Everything that gunicorn imports, so that a child which was forked for one command has only gunicorn itself to import: it
# reads the environment while it is imported.
for name in ("argparse", "copy", "email", "grp", "html", "inspect", "logging.config", "pkg_resources", "pwd", "shlex", "socket", "ssl", "textwrap"):
    try:
        importlib.import_module(name)
    except ImportError:
        pass


def settings():
    from gunicorn.app.wsgiapp import WSGIApplication

    app = WSGIApplication("%(prog)s [OPTIONS] [APP_MODULE]")
    out = {}
    for key in KEYS:
        setting = app.cfg.settings[key]
        value = setting.get()
        if key == "worker_class":
            value = setting.value if isinstance(setting.value, str) else value
        out[key] = value
    out["app"] = app.app_uri
    return out


CASES = [
    ["shop.wsgi"],
    ["shop.wsgi:application"],
    ["-w", "3", "shop.wsgi"],
    ["-w3", "shop.wsgi"],
    ["--workers=3", "shop.wsgi"],
    ["--workers", "3", "shop.wsgi"],
    ["--threa", "4", "shop.wsgi"],
    ["--bin", "0.0.0.0:1", "shop.wsgi"],
    ["--forwarded-allow", "*", "shop.wsgi"],
    ["shop.wsgi", "-b", "127.0.0.1:8000", "-b", "unix:/run/x.sock"],
    ["-b0.0.0.0:80", "shop.wsgi"],
    ["-b", ":8000", "shop.wsgi"],
    ["--bind=unix:/run/shop.sock", "shop.wsgi:application"],
    ["-k", "gevent", "-t", "120", "--graceful-timeout=60", "shop.wsgi"],
    ["-kgthread", "--threads=4", "shop.wsgi"],
    ["--reload", "shop.wsgi"],
    ["-D", "-p", "/run/g.pid", "shop.wsgi"],
    ["-DR", "shop.wsgi"],
    ["-Dw", "5", "shop.wsgi"],
    ["--log-file=-", "shop.wsgi"],
    ["--log-file", "gunicorn.log", "--log-level", "debug", "shop.wsgi"],
    ["--error-logfile", "/var/log/e.log", "--access-logfile", "-", "shop.wsgi"],
    ["--log-l", "warning", "shop.wsgi"],
    ["-e", "A=1", "--env=B=2", "shop.wsgi"],
    ["--env", "DJANGO_SETTINGS_MODULE=shop.prod", "shop.wsgi"],
    ["--preload", "--max-requests", "1000", "--max-requests-jitter=50", "shop.wsgi"],
    ["--limit-request-line", "0", "--limit-request-fields=200", "--limit-request-field_size", "0", "shop.wsgi"],
    ["--keep-alive", "5", "--backlog=100", "--no-sendfile", "shop.wsgi"],
    ["--certfile=/c.pem", "--keyfile=/k.pem", "shop.wsgi"],
    ["--proxy-protocol", "shop.wsgi"],
    ["-n", "shop", "--", "shop.wsgi"],
    ["shop.wsgi", "--name=a b"],
    ["-w", "3", "-w", "4", "shop.wsgi"],
    ["--worker-class=uvicorn.workers.UvicornWorker", "shop.asgi:application"],
    ["--worker-connections", "10", "shop.wsgi"],
]
ENVIRONMENTS = [
    (["shop.wsgi"], {"WEB_CONCURRENCY": "5"}, None),
    (["-w", "2", "shop.wsgi"], {"WEB_CONCURRENCY": "5"}, None),
    (["shop.wsgi"], {"PORT": "9000"}, None),
    (["-b", "127.0.0.1:1", "shop.wsgi"], {"PORT": "9000"}, None),
    (["shop.wsgi"], {"GUNICORN_CMD_ARGS": "--workers=2 --bind '0.0.0.0:81' --reload"}, None),
    (["-w", "4", "shop.wsgi"], {"GUNICORN_CMD_ARGS": "--workers=2 --threads 3"}, None),
    (["shop.wsgi"], {"FORWARDED_ALLOW_IPS": "*"}, None),
    (["shop.wsgi"], {"WEB_CONCURRENCY": "5"}, {"workers": 7, "bind": ["unix:/a", "127.0.0.1:2"], "worker": 9}),
    (["-w", "1", "shop.wsgi"], {"GUNICORN_CMD_ARGS": "--timeout 9"}, {"workers": 7, "timeout": 3, "reload": "true"}),
    (["shop.wsgi"], {"PORT": "1"}, {"bind": "0.0.0.0:8", "raw_env": ["A=1"], "max_requests": "12"}),
]


# What random command lines, GUNICORN_CMD_ARGS and configuration files are put together from: each setting with its
# spellings on the command line and values that gunicorn takes.
OPTIONS = [
    ("bind", ["-b", "--bind", "--bin"], ["127.0.0.1:8000", "0.0.0.0:80", ":8001", "unix:/run/s.sock", "[::1]:8000"]),
    ("workers", ["-w", "--workers"], [1, 2, 3, 9, 0]),
    ("threads", ["--threads", "--thread"], [1, 2, 8]),
    ("worker_class", ["-k", "--worker-class", "--worker-cl"], ["sync", "gthread"]),
    ("timeout", ["-t", "--timeout", "--tim"], [0, 30, 120]),
    ("graceful_timeout", ["--graceful-timeout", "--grace"], [0, 15, 600]),
    ("keepalive", ["--keep-alive", "--keep"], [0, 5, 75]),
    ("max_requests", ["--max-requests"], [0, 500]),
    ("max_requests_jitter", ["--max-requests-jitter", "--max-requests-j"], [0, 50]),
    ("backlog", ["--backlog", "--back"], [64, 4096]),
    ("worker_connections", ["--worker-connections", "--worker-con"], [10, 2000]),
    ("limit_request_line", ["--limit-request-line"], [0, 8190]),
    ("limit_request_fields", ["--limit-request-fields"], [0, 50]),
    ("loglevel", ["--log-level", "--log-le"], ["debug", "info", "WARNING", "critical"]),
    ("errorlog", ["--log-file", "--error-logfile", "--error"], ["-", "/var/log/g.log", "g.log"]),
    ("accesslog", ["--access-logfile"], ["-", "/var/log/a.log"]),
    ("pidfile", ["-p", "--pid"], ["/run/g.pid"]),
    ("proc_name", ["-n", "--name"], ["shop", "a b"]),
    ("forwarded_allow_ips", ["--forwarded-allow-ips", "--forwarded-allow"], ["*", "10.0.0.1", "10.0.0.1, 10.0.0.2"]),
    ("certfile", ["--certfile"], ["/c.pem"]),
    ("raw_env", ["-e", "--env"], ["A=1", "B=x y", "C="]),
]
SWITCHES = [("reload", ["--reload"]), ("preload_app", ["--preload", "--prel"]), ("daemon", ["-D", "--daemon"]),
            ("proxy_protocol", ["--proxy-protocol"]), ("sendfile", ["--no-sendfile"])]
REPEATED = ("bind", "raw_env")


def words(random, most):
    line = []
    for _ in range(random.randint(0, most)):
        if random.random() < 0.2:
            line.append(random.choice(random.choice(SWITCHES)[1]))
            continue
        _, names, values = random.choice(OPTIONS)
        name, operand = random.choice(names), str(random.choice(values))
        if not name.startswith("--") and random.random() < 0.4:
            line.append(name + operand)
        elif name.startswith("--") and random.random() < 0.5:
            line.append(name + "=" + operand)
        else:
            line += [name, operand]
    return line


def quoted(line):
    return " ".join("'" + word + "'" if " " in word or "*" in word else word for word in line)


def configuration(random):
    config = {}
    for name, _, values in random.sample(OPTIONS, random.randint(0, 6)):
        one = random.choice(values)
        config[name] = [str(one)] if name in REPEATED else str(one) if random.random() < 0.2 else one
    for name, _ in random.sample(SWITCHES, random.randint(0, 2)):
        config[name] = random.choice([True, False, "true", "False"])
    if random.random() < 0.3:
        config["unknown_name"] = 1
    return config


def generated(seed, count):
    rng = random.Random(seed)
    for _ in range(count):
        line = words(rng, 6)
        line.insert(rng.randint(0, 1) * len(line), "shop.wsgi")
        environ = {}
        for name, values in (("WEB_CONCURRENCY", ["2", "5"]), ("PORT", ["9000"]), ("FORWARDED_ALLOW_IPS", ["*", "10.1.1.1"])):
            if rng.random() < 0.25:
                environ[name] = rng.choice(values)
        if rng.random() < 0.4:
            environ["GUNICORN_CMD_ARGS"] = quoted(words(rng, 4))
        yield line, environ, configuration(rng) if rng.random() < 0.5 else None


def record(args, environ, config):
    with tempfile.TemporaryDirectory() as root:
        if config:
            lines = [f"{name} = {value!r}" for name, value in config.items()]
            pathlib.Path(root, "gunicorn.conf.py").write_text("\n".join(lines) + "\n")
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.chdir(root)
            os.environ.clear()
            os.environ.update(environ)
            sys.argv = ["gunicorn", *args]
            os.write(writer, json.dumps(settings()).encode())
            os._exit(0)
        os.close(writer)
        with os.fdopen(reader) as answer:
            text = answer.read()
        os.waitpid(child, 0)
        if not text:
            raise SystemExit(f"gunicorn refuses {args} {environ} {config}")
        return {"args": args, "env": environ, "config": config, "want": json.loads(text)}


def main():
    os.chdir(pathlib.Path(__file__).parent)
    cases = [(args, {}, None) for args in CASES] + ENVIRONMENTS + list(generated(1, 180))
    lines = ",\n".join(json.dumps(record(*case), sort_keys=True) for case in cases)
    pathlib.Path("gunicorn.json").write_text("[\n" + lines + "\n]\n")


main()
