#!/usr/bin/env python3
"""Ask a real Django what `manage.py check --deploy` says about settings modules.

usage: record.py VARIANTS.json [NAME...] > answers.json   run by the interpreter that has the Django to ask

VARIANTS.json holds {"files": {path: text}, "variants": [{"name", "settings", "env"}]}. The answer is
{"django": version, "answers": {name: {"ids": [...], "error": null | "ExceptionClass: message"}}}.

One process imports Django, and forks for each variant, so that a hundred of them take seconds.
"""
import importlib
import io
import json
import os
import re
import shutil
import sys
import tempfile
import traceback
import warnings

import django
import django.core.cache
import django.core.checks
import django.core.management
import django.db
import django.forms
import django.http
import django.template
import django.template.engine
import django.template.backends.django
import django.urls
import django.utils.translation.trans_real

# What most checks import, and what needs no settings to be imported: once for all variants.
for name in (
    "logging.config sqlite3 statistics multiprocessing getpass email.generator email.headerregistry email.mime.text "
    "django.core.mail django.utils.log django.views.generic django.views.debug django.template.defaulttags "
    "django.templatetags.i18n django.middleware.csrf django.middleware.cache django.db.migrations "
    "django.db.backends.sqlite3.base django.core.management.commands.check"
).split():
    importlib.import_module(name)

LINE = re.compile(r"^(?!\t).*?: \(([A-Za-z0-9_]+\.[CEWID]\d+)\) ", re.M)

SKELETON = {
    "proj/__init__.py": "",
    "proj/urls.py": "urlpatterns = []\n",
    "proj/wsgi.py": 'import os\n\nfrom django.core.wsgi import get_wsgi_application\n\n'
    'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "proj.settings")\napplication = get_wsgi_application()\n',
}


def ask(folder):
    """Run the check of the project in folder, in this process; its output and the error that ended it."""
    out = io.StringIO()
    sys.stdout = sys.stderr = out
    error = None
    try:
        django.core.management.execute_from_command_line(["manage.py", "check", "--deploy", "--no-color"])
    except SystemExit:
        pass
    except BaseException as e:  # whatever stops Django is an answer
        error = f"{type(e).__name__}: {e}".replace(os.path.realpath(folder), "<project>").replace(folder, "<project>")
        if os.environ.get("RECORD_DEBUG"):
            sys.__stderr__.write(traceback.format_exc())
    ids = sorted(LINE.findall(out.getvalue()))
    if error is None and not ids and "System check identified" not in out.getvalue():
        error = out.getvalue().strip().splitlines()[-1:] or ["it said nothing"]
        error = error[0]
    return {"ids": ids, "error": error}


def fork(files, variant):
    """Answer for one variant, in a process of its own."""
    read, write = os.pipe()
    child = os.fork()
    if child:
        os.close(write)
        with os.fdopen(read) as f:
            text = f.read()
        os.waitpid(child, 0)
        return json.loads(text)
    folder = tempfile.mkdtemp(prefix="record")
    try:
        for path, text in {**SKELETON, **files, "proj/settings.py": variant["settings"]}.items():
            os.makedirs(os.path.dirname(os.path.join(folder, path)), exist_ok=True)
            with open(os.path.join(folder, path), "w", encoding="utf-8") as f:
                f.write(text)
        os.chdir(folder)
        sys.path.insert(0, folder)
        keep = {k: os.environ[k] for k in ("PATH", "LANG", "RECORD_DEBUG") if k in os.environ}
        os.environ.clear()
        os.environ.update({**keep, **variant.get("env", {}), "DJANGO_SETTINGS_MODULE": "proj.settings"})
        warnings.simplefilter("ignore")
        sys.dont_write_bytecode = True
        answer = ask(folder)
        with os.fdopen(write, "w") as f:
            json.dump(answer, f)
    finally:
        os.chdir("/")
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(0)


def main():
    with open(sys.argv[1], encoding="utf-8") as f:
        data = json.load(f)
    names = set(sys.argv[2:])
    answers = {
        v["name"]: fork(data.get("files", {}), v) for v in data["variants"] if not names or v["name"] in names
    }
    json.dump({"django": django.get_version(), "answers": answers}, sys.stdout, indent=1, sort_keys=True)
    sys.stdout.write("\n")


main()
