"""Records what gunicorn makes of command lines, environment variables and configuration files. Run it with a Python that
has gunicorn, in this folder; it writes gunicorn.json."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

KEYS = ["bind", "workers", "threads", "worker_class", "reload", "loglevel", "errorlog", "accesslog", "timeout",
        "graceful_timeout", "keepalive", "daemon", "raw_env", "preload_app", "max_requests", "max_requests_jitter",
        "limit_request_line", "limit_request_fields", "limit_request_field_size", "proxy_protocol", "certfile", "keyfile",
        "forwarded_allow_ips", "pidfile", "proc_name", "sendfile", "backlog", "worker_connections"]

CHILD = r"""
import json, sys
from gunicorn.app.wsgiapp import WSGIApplication
app = WSGIApplication("%(prog)s [OPTIONS] [APP_MODULE]")
out = {}
for key in json.loads(sys.argv.pop()):
    setting = app.cfg.settings[key]
    value = setting.get()
    if key == "worker_class":
        value = app.cfg.worker_class_str if setting.value != "sync" or app.cfg.threads == 1 else "sync"
        value = setting.value if isinstance(setting.value, str) else value
    out[key] = value
out["app"] = app.app_uri
json.dump(out, sys.stderr)
"""

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


def record(args, environ, config):
    with tempfile.TemporaryDirectory() as root:
        if config:
            lines = [f"{name} = {value!r}" for name, value in config.items()]
            pathlib.Path(root, "gunicorn.conf.py").write_text("\n".join(lines) + "\n")
        env = {"PATH": os.environ["PATH"], **environ}
        code = "import sys\nkeys = sys.argv.pop()\n" + CHILD.replace("sys.argv.pop()", "keys")
        child = subprocess.run([sys.executable, "-c", code, *args, json.dumps(KEYS)],
                               cwd=root, env=env, capture_output=True, text=True, check=False)
        try:
            result = json.loads(child.stderr.splitlines()[-1])
        except (ValueError, IndexError) as error:
            raise SystemExit(f"{args}: {child.stderr}") from error
        return {"args": args, "env": environ, "config": config, "want": result}


def main():
    os.chdir(pathlib.Path(__file__).parent)
    cases = [record(args, {}, None) for args in CASES] + [record(*case) for case in ENVIRONMENTS]
    pathlib.Path("gunicorn.json").write_text(json.dumps(cases, indent=1) + "\n")


main()
