"""The random projects and reads that record.py asks the libraries about."""

PACKAGES = (
    "django", "django-environ", "python-decouple", "environs", "marshmallow", "python-dotenv", "dj-database-url",
    "dj-email-url", "django-cache-url", "django-configurations", "pydantic-settings", "pydantic",
    "django-redis", "pymemcache",
)


def modules(library):
    """The modules that are imported once, before each read gets a process of its own."""
    return {
        "django-environ": ["environ"], "python-decouple": ["decouple"], "environs": ["environs"], "python-dotenv": ["dotenv"],
        "dj-database-url": ["dj_database_url"], "dj-email-url": ["dj_email_url"], "django-cache-url": ["django_cache_url"],
        "django-configurations": ["configurations", "configurations.values"], "pydantic-settings": ["pydantic_settings"],
    }[library]


def prepare(library):
    """What a library wants before its first module."""
    if library == "django-configurations":
        from configurations import importer
        importer.installed = True


BOOLS = ["true", "True", "TRUE", "tRuE", "t", "T", "yes", "Yes", "YES", "y", "Y", "on", "On", "ON", "oN", "1", "false",
         "False", "FALSE", "f", "F", "no", "No", "n", "N", "off", "Off", "0", "", " True ", " false", "2", "-1", "ok", "OK",
         "None", "enabled", "01", "00", "1.0", "yess", "\u00fc"]
NUMBERS = ["12", " 12 ", "-7", "+5", "1_000", "_1", "1__0", "0x10", "1.5", "-1.5", " 2.5", "1,234.5", "1.234,56", "1e3",
           "inf", "nan", "007", "", "abc", "5s", ".5", "5.", "--5", "1 000"]
TEXTS = ["plain", "a,b,c", " a , b ", "a, b,,c", ",", ",,a", "x=1,y=2", "x=1=2,y=3", "x=1,y", "k=1;w=2", "k=v;w=u", "h\u00e9llo w\u00f6rld",
         "\u65e5\u672c", "$OTHER", "$$OTHER", "${OTHER}", "$MISSING", "pa$$word", "\\$HOME", "a\\nb", "a\\r\\nb", "line # hash",
         "a#b", "'quoted'", '"quoted"', "(a,b)", "((a,b))", "a;b", "/srv/app", "rel/x", "http://u:p@h.example:8080/p?q=1#f",
         "trailing ", " lead", "*", ".example.com,localhost", "don't", 'say "hi"', "\\", "100%", "50%%", "%(x)s",
         "True,False", "1,2,3", "1, 2", "a=b", "", " ", "$", "django-insecure-k$1#)x&(z!=%q"]
JSONS = ["[1, 2]", '{"a": 1, "b": [true, null]}', "[1, 2", "null", '"text"', "{}", "[]", "1.50", "true", "{'a': 1}",
         '["a", "b"]', '{"a": {"b": "\u00e9"}}', "12", "-0.0", '[1,]', ' {"a": "x"} ', '"\\u00e9\\n"', "1e2", "True"]
DATABASES = [
    "postgres://u:p@db:5432/name", "postgresql://u:p%40ss@db.example/name", "psql://u@db/name", "pgsql://:p@db/name",
    "postgis://u:p@h:1/n", "postgres:///name", "postgres://%2Fvar%2Frun%2Fpg/name", "postgres:////var/run/pg/name",
    "postgres://u:p@h/n?sslmode=require", "postgres://u:p@h/n?conn_max_age=60&CONN_HEALTH_CHECKS=True",
    "postgres://u:p@h/n?a=1&a=2&b=true&c=", "postgres://h1:1,h2:2/n", "postgres://u:p@h1,h2/n", "mysql://u:p@h:3306/n",
    "mysql2://h/n", "mysqlgis://u:p@h/n", "mysql-connector://u:p@h/n", "mysql://u:p@h/n?ssl-ca=/ca.pem&charset=utf8",
    "sqlite:///db.sqlite3", "sqlite:////abs/db.sqlite3", "sqlite://", "sqlite://:memory:", "sqlite:///", "sqlite://host/x.db",
    "sqlite:///a%20b+c.db", "spatialite:///geo.db", "oracle://u:p@h:1521/sid", "oracle://u:p@host", "oracle://u:p@h/sid",
    "oraclegis://u:p@h:1521/sid", "mssql://u:p@h:1433/n", "mssqlms://u:p@h:1433/n", "mssqlms://u:p@h/n", "pyodbc://u:p@h/n", "redshift://u:p@h:5439/n",
    "cockroach://u:p@h:26257/n", "cockroachdb://u:p@h/n", "timescale://u:p@h/n", "timescalegis://u:p@h/n", "ldap://h.example:389", "ldap://h",
    "unknown://u:p@h/n", "nonsense", "", "postgres://U:P@HOST.Example/Name", "postgres://u:p@h/n?currentSchema=x",
    "postgres://u:pa#ss@h/n", "postgres://u:p@h:port/n", "postgres://u:p@[::1]:5432/n", "postgres://u:p+q%2B@h/n+m",
    "postgres://u:p@h/n?options=-c%20search_path%3Dx", "postgres://u:p@h/n/", "postgres://u:p@h", "postgres://u:p@h/?x=1",
    "POSTGRES://u:p@h/n", "postgres://u:p/w@h/n", "postgres://u:p?w@h/n", "postgres://u:p@w@h/n", "postgres://u:p@h/cloudsql",
    "postgres://u:p@//cloudsql/project:region:inst/n", "mysql://u:p@h/n?cf=1.5&d=[1]&e=None&f=x", "postgres://u:\u00e9@h/n", "postgres://h:70000/n",
    "sqlite:///:memory:", "redis://h/1", "prometheus_postgresql://u:p@h/n",
]
CACHES = [
    "locmemcache://", "locmemcache://name", "dummycache://", "dbcache://my_table", "filecache:///var/tmp/cache", "filecache://rel/x",
    "memcache://127.0.0.1:11211", "memcache://h1:1,h2:2", "memcache:///tmp/m.sock", "pymemcache://h:11211", "pymemcache:///tmp/m.sock",
    "pylibmc://h", "rediscache://h:6379/1?client_class=x.Y&password=p", "redis://h:6379/1", "redis://:p@h:6379/1", "rediss://h/0",
    "redis://h1:1,h2:2/1", "redis:///tmp/r.sock", "redis://h:6379/1?timeout=60&key_prefix=x", "unknown://x", "", "nonsense",
    "locmemcache://?timeout=5&max_entries=3", "dbcache://t?TIMEOUT=None&version=2&cull_frequency=abc", "locmem://", "locmem://name",
    "db://t", "dummy://", "file:///var/tmp/c", "memcached://127.0.0.1:11211", "memcached://h1:1,h2:2", "memcached:///tmp/m.sock",
    "djangopylibmc://h:1", "pymemcached://h:1", "pymemcached:///s", "hiredis://h:1/2", "hiredis:///tmp/r.sock/3", "redis://u:p@h/2?lib=redis-cache",
    "redis://:p@h?max_entries=5&cull_frequency=2&x=1&x=2", "uwsgicache://", "uwsgicache://n", "elasticache://h:1", "redis:///tmp/r.sock?db=1",
    "redis-cache://h:1/2", "rediss://u:p@h:1/2?ssl_cert_reqs=none", "locmem://n?timeout=none", "valkey://h:1/2", "redis://h:6379/1?lib=redis-cache&max_connections=5&timeout=3",
]
EMAILS = [
    "smtp://", "smtp://u:p@h:25", "smtps://u%40x:p%2F@h:465", "smtp+tls://u:p@h:587", "smtp+ssl://u@h", "consolemail://", "filemail:///var/mail",
    "memorymail://", "dummymail://", "smtp://h?EMAIL_USE_TLS=1&x=2", "unknown://h", "", "nonsense", "submission://u:p@h", "submit://h:25",
    "console://", "file:///tmp/app", "memory://", "dummy://", "smtp://h/?ssl=True", "smtp://h/?tls=true&timeout=7", "smtp://h/?ssl=no&tls=1",
    "smtp://u:p@h:25/?_server_email=a@b.c&_default_from_email=N%20%3Ca@b%3E", "smtp://h?timeout=x", "SMTP://H.Example", "smtps://u+v:p@h",
    "file://tmp/app?x=1", "smtp://u:p@h:x", "submission://h:0",
]
SEARCHES = [
    "elasticsearch://h:9200/index", "elasticsearch2://h:9200/a/b/", "elasticsearch7s://h:9200/i?TIMEOUT=5", "solr://h:8983/solr?TIMEOUT=60",
    "solr://h:8983/solr/?BATCH_SIZE=2&INCLUDE_SPELLING=1", "whoosh:///home/x/index?STORAGE=file&POST_LIMIT=100", "xapian:///x?FLAGS=1",
    "simple:///", "simple://?EXCLUDED_INDEXES=a,b", "unknown://", "", "elasticsearch5://h/i?KWARGS=x&TIMEOUT=5",
]
CHANNELS = ["inmemory://", "redis://h:6379/0", "redis+pubsub://h:6379/0", "rediss://h:1/2", "unknown://", "rediss+pubsub://h", "redis://:p@h?x=1#f"]
KEYS = ["A", "B", "C", "D", "E", "OTHER", "P_A", "P_B"]


def value(r):
    return r.choice(r.choice([BOOLS, NUMBERS, TEXTS, TEXTS, JSONS]))


def line(r, text=None, key=None):
    """One line of an env file, more or less well-formed."""
    v = value(r) if text is None else text
    roll = r.random()
    if roll < 0.25:
        v = '"%s"' % v
    elif roll < 0.45:
        v = "'%s'" % v
    elif roll < 0.5:
        v = r.choice(['"%s', "'%s", '%s"']) % v
    v += r.choice(["", "", "", "", " ", " # note", "#note", "  # it's", "\t"])
    key = key or r.choice(KEYS)
    return r.choice(["", "", "", "", "", "", "export ", "export ", "  ", "export  ", "\t"]) + key + r.choice(["=", "=", "=", "=", "=", "=", "=", "=", " = ", "= ", " ="]) + v


def env_file(r):
    lines = []
    for _ in range(r.randrange(4, 13)):
        lines.append(line(r))
        if r.random() < 0.2:
            lines.append(r.choice(["", "# comment", "L", "; x", "A: 1", "=x", "export A", "K-D=1", "K.D=1", "  # c", "A", '"B=1"', "A=1\\", "\u00e9=1"]))
    return r.choice(["\n", "\n", "\n", "\r\n"]).join(lines) + r.choice(["\n", ""])


def variables(r, pool=None):
    out = {}
    for k in KEYS:
        if r.random() < 0.7:
            out[k] = r.choice(pool) if pool else value(r)
    return out


def pick(r):
    return repr(r.choice(KEYS[:5] * 2 + ["OTHER", "MISSING"]))


DEFAULTS = ["'x'", "True", "False", "None", "5", "0", "1.5", "['a']", "[]", "('a',)", "{'a': '1'}", "''", "'True'", "'1,2'", "'$OTHER'"]


def with_file(r, names=(".env",)):
    files = {}
    for n in names:
        if r.random() < 0.8:
            files[n] = env_file(r)
    return files


def older(version, *than):
    return tuple(int(x) for x in version.split(".")[:2]) < than


def django_environ(r, version):
    kind = r.random()
    case = {"files": {}, "env": {}}
    if kind < 0.6:
        case["files"] = with_file(r, (".env", "conf/prod.env"))
        case["env"] = variables(r) if r.random() < 0.6 else {}
        scheme = r.choice(["", "", "A=(bool, False), B=int, C=(list, []), D=(str, 'x')", "A=bool, B=(int, 3), E=(float, None), C=[int]",
                           "A=(bool, True), B=(dict, {}), C=(tuple, ('z',)), P_A=(bool, False)"])
        setup = "import environ, os\nfrom pathlib import Path\nenv = environ.%s(%s)\n" % (r.choice(["Env", "Env", "Env", "FileAwareEnv"]) if not older(version, 0, 8) else "Env", scheme)
        extra = ""
        if not older(version, 0, 8):
            extra = r.choice(["", "", ", overwrite=True", ", OTHER='given'"])
            if not older(version, 0, 12) and r.random() < 0.3:
                extra += ", parse_comments=True"
        setup += r.choice([
            "", "environ.Env.read_env()\n", "env.read_env()\n", "env.read_env('.env'%s)\n" % extra, "environ.Env.read_env(os.path.join(os.path.dirname(__file__), '.env')%s)\n" % extra,
            "env.read_env(str(Path(__file__).parent / 'conf' / 'prod.env')%s)\nenv.read_env('.env')\n" % extra, "env.read_env(env_file='.env'%s)\n" % extra,
        ])
        if not older(version, 0, 9) and r.random() < 0.15:
            setup += "env.prefix = 'P_'\n"
        if not older(version, 0, 8) and r.random() < 0.1:
            setup += "env.escape_proxy = True\n"
        if not older(version, 0, 5) and r.random() < 0.1:
            setup += "env.smart_cast = False\n"
        if "FileAware" in setup and r.random() < 0.7:
            case["files"]["secret.txt"] = r.choice(["s3cret\n", "true", "1,2\n", ""])
            case["env"]["A_FILE"] = r.choice(["secret.txt", "", "missing.txt"])
        d = lambda: r.choice(DEFAULTS)
        casts = ["bool", "int", "float", "list", "tuple", "dict", "str", "[int]", "[str]", "(int,)", "(bool,)", "{'value': int}",
                 "{'value': bool, 'cast': {'k': int}}", "{'key': str, 'value': str}", "json.loads", "lambda v: v.upper()", "None"]
        reads = []
        for _ in range(12):
            v = pick(r)
            reads.append(r.choice([
                lambda: "env(%s)" % v, lambda: "env(%s, default=%s)" % (v, d()), lambda: "env(%s, %s)" % (v, r.choice(casts)),
                lambda: "env(%s, cast=%s, default=%s)" % (v, r.choice(casts), d()), lambda: "env(%s, %s, %s)" % (v, r.choice(casts), d()),
                lambda: "env.bool(%s)" % v, lambda: "env.bool(%s, default=%s)" % (v, d()), lambda: "env.bool(%s, %s)" % (v, d()),
                lambda: "env.int(%s)" % v, lambda: "env.int(%s, default=%s)" % (v, d()), lambda: "env.float(%s)" % v, lambda: "env.float(%s, %s)" % (v, d()),
                lambda: "env.str(%s)" % v, lambda: "env.str(%s, default=%s)" % (v, d()), lambda: "env.str(%s, multiline=True)" % v,
                lambda: "env.str(%s, default='a', multiline=True)" % v,
                lambda: "env.bytes(%s)" % v, lambda: "env.list(%s)" % v, lambda: "env.list(%s, default=%s)" % (v, d()), lambda: "env.list(%s, int)" % v,
                lambda: "env.list(%s, cast=str, default=%s)" % (v, d()), lambda: "env.tuple(%s)" % v, lambda: "env.tuple(%s, int, ())" % v,
                lambda: "env.dict(%s)" % v, lambda: "env.dict(%s, default=%s)" % (v, d()), lambda: "env.dict(%s, {'value': int})" % v,
                lambda: "env.json(%s)" % v, lambda: "env.json(%s, default=%s)" % (v, d()), lambda: "env.url(%s).hostname" % v, lambda: "env.url(%s)" % v,
                lambda: "env.path(%s)" % v, lambda: "env.path(%s, default='/x/../y')" % v, lambda: "str(env.path(%s, '/z'))" % v, lambda: "%s in env" % v,
                lambda: "env.get_value(%s, bool)" % v, lambda: "env.get_value(%s, default=%s)" % (v, d()), lambda: "os.environ.get(%s)" % v,
                lambda: "env.ENVIRON.get(%s)" % v,
            ])())
        case["reads"] = ["import json\nX = " + x if "json" in x else "X = " + x for x in reads]
        case["setup"] = setup
        return case
    pools = [("db", DATABASES, "DATABASE_URL", ["engine='x.y'", "'default'"]), ("db_url", DATABASES, "DATABASE_URL", []), ("cache", CACHES, "CACHE_URL", ["backend='x.y'"]),
             ("cache_url", CACHES, "CACHE_URL", []), ("email", EMAILS, "EMAIL_URL", ["backend='x.y'"]), ("email_url", EMAILS, "EMAIL_URL", []), ("search_url", SEARCHES, "SEARCH_URL", [])]
    if not older(version, 0, 12):
        pools.append(("channels_url", CHANNELS, "CHANNELS_URL", []))
    case["reads"], case["setup"] = [], "import environ\nenv = environ.Env()\n"
    for name, pool, var, extra in r.sample(pools, 3) + [pools[0]]:
        case["env"][var] = r.choice(pool)
        case["env"]["A"] = r.choice(pool)
        if r.random() < 0.2:
            case["env"].pop(var)
        case["reads"] += [
            "X = env.%s()" % name, "X = env.%s('A')" % name, "X = env.%s('%s', default=%r)" % (name, var, r.choice(pool)),
            "X = env.%s('%s', default=%s)" % (name, r.choice([var, "MISSING"]), r.choice(["None", "''", "{}"])),
        ]
        if extra and r.random() < 0.5:
            case["reads"].append("X = env.%s('A', %s)" % (name, extra[0]))
    case["reads"].append("X = environ.Env.db_url_config(%r)" % r.choice(DATABASES))
    return case


def ini_file(r):
    lines = ["[%s]" % r.choice(["settings", "settings", "settings", "other"])]
    for _ in range(r.randrange(2, 7)):
        lines.append(r.choice(KEYS + ["a", "b"]) + r.choice(["=", " = ", ": ", "="]) + value(r))
        if r.random() < 0.15:
            lines.append(r.choice(["# c", "; c", "", "[DEFAULT]", "[settings2]"]))
    if r.random() < 0.7:
        keys, kept = set(), []
        for x in lines:
            k = x.replace(":", "=").split("=")[0].strip().lower()
            if x[:1] not in "[#;" and k in keys:
                continue
            keys.add(k)
            kept.append(x)
        lines = kept
    return "\n".join(lines) + "\n"


def python_decouple(r, version):
    case = {"files": {}, "env": variables(r) if r.random() < 0.5 else {}}
    if r.random() < 0.3:
        case["path"] = "proj/conf/settings.py"
    roll = r.random()
    folder = r.choice(["", "proj/"]) if "path" in case else ""
    if roll < 0.6:
        case["files"][folder + ".env"] = env_file(r)
    if roll > 0.5 and r.random() < 0.6:
        case["files"][r.choice(["", folder]) + "settings.ini"] = ini_file(r)
    setup = "import os\nfrom decouple import config, Csv, Choices, AutoConfig, Config, RepositoryEnv, RepositoryIni, RepositoryEmpty, RepositorySecret, UndefinedValueError\n"
    other = r.random()
    if other < 0.1:
        case["files"]["conf.env"] = env_file(r)
        setup += "config = Config(RepositoryEnv('conf.env'))\n"
    elif other < 0.2:
        case["files"]["conf.ini"] = ini_file(r)
        setup += "config = Config(RepositoryIni('conf.ini'))\n"
    elif other < 0.25:
        case["files"]["secrets/A"] = "s3cret\n"
        case["files"]["secrets/B"] = "1"
        setup += "config = Config(RepositorySecret('secrets'))\n"
    elif other < 0.3:
        setup += "config = Config(RepositoryEmpty())\n"
    elif other < 0.4:
        setup += "config = AutoConfig(search_path=os.path.dirname(os.path.abspath(__file__)))\n"
    casts = ["bool", "int", "float", "str", "Csv()", "Csv(int)", "Csv(cast=int)", "Csv(post_process=tuple)", "Csv(str, ';')", "Csv(delimiter=';', strip=' *')",
             "Csv(cast=lambda s: s.upper())", "Choices(['plain', 'a'])", "Choices([1, 5], cast=int)", "Choices(choices=(('a', 'A'), ('true', 'T')))",
             "lambda v: v.split(',')", "lambda v: [s.strip() for s in v.split(',')]", "json.loads", "list", "Csv(post_process=set)", "Csv(cast=bool)"]
    reads = []
    for _ in range(14):
        v = pick(r)
        reads.append(r.choice([
            lambda: "config(%s)" % v, lambda: "config(%s, default=%s)" % (v, r.choice(DEFAULTS)), lambda: "config(%s, %s)" % (v, r.choice(DEFAULTS)),
            lambda: "config(%s, cast=%s)" % (v, r.choice(casts)), lambda: "config(%s, cast=%s)" % (v, r.choice(casts)), lambda: "config(%s, cast=bool)" % v,
            lambda: "config(%s, default=%s, cast=%s)" % (v, r.choice(DEFAULTS), r.choice(casts)), lambda: "config(%s, %s, %s)" % (v, r.choice(DEFAULTS), r.choice(casts)),
            lambda: "config.get(%s, default='x')" % v if "Config(" in setup.split("UndefinedValueError")[1] and "Auto" not in setup.split("UndefinedValueError")[1] else "config(%s)" % v,
            lambda: "os.environ.get(%s)" % v, lambda: "config(%s, default='a,b', cast=Csv())" % v,
        ])())
    case["reads"] = ["import json\nX = " + x if "json" in x else "X = " + x for x in reads]
    case["setup"] = setup
    return case


def environs(r, version):
    case = {"files": with_file(r, (".env", "other.env")), "env": variables(r) if r.random() < 0.6 else {}}
    if r.random() < 0.2:
        case["path"] = "proj/settings.py"
    old = older(version, 10, 0)
    options = r.choice(["", "", "", "expand_vars=True", "eager=False"])
    if not older(version, 14, 0) and r.random() < 0.15:
        options = "prefix='P_'"
    setup = "import os, logging\nfrom environs import Env, EnvError\nenv = Env(%s)\n" % options
    setup += r.choice(["", "env.read_env()\n", "env.read_env()\n", "env.read_env(override=True)\n", "env.read_env('other.env')\n", "env.read_env(recurse=False)\n",
                       "env.read_env('other.env', recurse=False)\nenv.read_env()\n"])
    d = lambda: r.choice(DEFAULTS + ["None"])
    reads = []
    for _ in range(16):
        v = pick(r)
        reads.append(r.choice([
            lambda: "env(%s)" % v, lambda: "env(%s, %s)" % (v, d()), lambda: "env(%s, default=%s)" % (v, d()), lambda: "env.str(%s)" % v, lambda: "env.str(%s, %s)" % (v, d()),
            lambda: "env.bool(%s)" % v, lambda: "env.bool(%s, %s)" % (v, d()), lambda: "env.bool(%s, default=%s)" % (v, d()), lambda: "env.int(%s)" % v,
            lambda: "env.int(%s, %s)" % (v, d()), lambda: "env.float(%s)" % v, lambda: "env.float(%s, default=%s)" % (v, d()), lambda: "env.list(%s)" % v,
            lambda: "env.list(%s, %s)" % (v, d()), lambda: "env.list(%s, subcast=int)" % v, lambda: "env.list(%s, [], subcast=int)" % v, lambda: "env.list(%s, subcast=str)" % v,
            lambda: "env.list(%s, default=['q'], delimiter=' ')" % v, lambda: "env.dict(%s)" % v, lambda: "env.dict(%s, {})" % v, lambda: "env.dict(%s, default={'a': 1}, subcast_values=int)" % v,
            lambda: "env.json(%s)" % v, lambda: "env.json(%s, default='[]')" % v, lambda: "env.json(%s, %s)" % (v, d()), lambda: "env.path(%s)" % v,
            lambda: "env.path(%s, default='/x')" % v, lambda: "env.log_level(%s)" % v, lambda: "env.log_level(%s, logging.INFO)" % v, lambda: "env.log_level(%s, default='debug')" % v,
            lambda: "env.timedelta(%s)" % v, lambda: "env.url(%s).hostname" % v, lambda: "env.url(%s)" % v, lambda: "env.decimal(%s)" % v, lambda: "os.environ.get(%s)" % v,
            lambda: "env.list(%s, subcast=bool)" % v, lambda: "env.list(%s, subcast=lambda s: s.strip())" % v, lambda: "env.uuid(%s)" % v, lambda: "env.date(%s)" % v,
            lambda: "env.nothing(%s)" % v,
        ])())
    case["reads"] = ["X = " + x for x in reads]
    case["reads"].append("with env.prefixed('P_'):\n    X = env.str(%s, %s)" % (pick(r), d()))
    case["reads"].append("with env.prefixed('P'):\n    with env.prefixed('_'):\n        X = env(%s, None)\n    Y = env('MISSING', 'y')\n    X = [X, Y]" % pick(r))
    case["reads"].append("A = env.bool(%s)\nB = env.int(%s, 1)\nenv.seal()\nX = [A, B]" % (pick(r), pick(r)))
    if r.random() < 0.3:
        case["env"]["DATABASE_URL"] = r.choice(DATABASES)
        case["env"]["EMAIL_URL"] = r.choice(EMAILS)
        case["env"]["CACHE_URL"] = r.choice(CACHES)
        if old:
            case["reads"] += ["X = env.dj_db_url('DATABASE_URL')", "X = env.dj_db_url('MISSING', default=%r, conn_max_age=60)" % r.choice(DATABASES), "X = env.dj_email_url('EMAIL_URL')",
                              "X = env.dj_cache_url('CACHE_URL', 'locmem://')", "X = env.dj_email_url('MISSING', 'smtp://')"]
    case["setup"] = setup
    return case


def python_dotenv(r, version):
    case = {"files": with_file(r, (".env", "conf/prod.env", "proj/.env")), "env": variables(r) if r.random() < 0.6 else {}}
    if r.random() < 0.4:
        case["path"] = "proj/settings.py"
    if r.random() < 0.1:
        case["env"]["PYTHON_DOTENV_DISABLED"] = r.choice(["1", "true", "no", "YES"])
    setup = "import os\nfrom pathlib import Path\nfrom dotenv import load_dotenv, find_dotenv, dotenv_values, get_key\n"
    setup += r.choice([
        "load_dotenv()\n", "load_dotenv()\n", "load_dotenv(override=True)\n", "load_dotenv('.env')\n", "load_dotenv(dotenv_path='conf/prod.env')\n",
        "load_dotenv(find_dotenv())\n", "load_dotenv(find_dotenv('prod.env'))\n", "load_dotenv(interpolate=False)\n", "load_dotenv('conf/prod.env', override=True)\nload_dotenv()\n",
        "load_dotenv(Path(__file__).resolve().parent / '.env')\n", "load_dotenv(os.path.join(os.path.dirname(__file__), '.env'), verbose=True)\n", "",
        "load_dotenv('.env')\nload_dotenv('conf/prod.env')\n", "OK = load_dotenv('missing.env')\n",
    ])
    reads = []
    for _ in range(12):
        v = pick(r)
        reads.append(r.choice([
            lambda: "os.environ.get(%s)" % v, lambda: "os.environ[%s]" % v, lambda: "os.getenv(%s, 'd')" % v, lambda: "dotenv_values('.env')", lambda: "dotenv_values('.env').get(%s)" % v,
            lambda: "dotenv_values()", lambda: "dotenv_values('conf/prod.env', interpolate=False)", lambda: "dotenv_values('missing.env')", lambda: "load_dotenv()", lambda: "load_dotenv('missing.env')",
            lambda: "find_dotenv('.env')", lambda: "find_dotenv('nothing')", lambda: "get_key('.env', %s)" % v,
        ])())
    case["reads"], case["setup"] = ["X = " + x for x in reads], setup
    return case


def dj_database_url(r, version):
    case = {"files": {}, "env": {}, "setup": "import dj_database_url, os\n", "reads": []}
    if r.random() < 0.8:
        case["env"]["DATABASE_URL"] = r.choice(DATABASES)
    case["env"]["OTHER_URL"] = r.choice(DATABASES)
    kws = ["conn_max_age=600", "ssl_require=True", "ssl_require=False", "engine='x.y'", "conn_max_age=None", "engine='django.db.backends.postgresql'"]
    if not older(version, 1, 0):
        kws += ["conn_health_checks=True", "test_options={'NAME': 't'}"]
    if not older(version, 2, 1):
        kws += ["disable_server_side_cursors=True"]
    for _ in range(12):
        kw = "".join(", " + k for k in {k.split("=")[0]: k for k in r.sample(kws, r.randrange(0, 3))}.values())
        case["reads"].append("X = " + r.choice([
            "dj_database_url.config(%s)" % kw[2:], "dj_database_url.config(default=%r%s)" % (r.choice(DATABASES), kw), "dj_database_url.config('OTHER_URL'%s)" % kw,
            "dj_database_url.config(env='MISSING'%s)" % kw, "dj_database_url.config(env='MISSING', default=%r%s)" % (r.choice(DATABASES), kw), "dj_database_url.parse(%r%s)" % (r.choice(DATABASES), kw),
            "dj_database_url.parse(os.environ.get('OTHER_URL')%s)" % kw, "dj_database_url.config('OTHER_URL', %r%s)" % (r.choice(DATABASES), kw), "dj_database_url.parse(%r%s)" % (r.choice(DATABASES), kw),
        ]))
    return case


def dj_email_url(r, version):
    case = {"files": {}, "env": {}, "setup": "import dj_email_url\n", "reads": []}
    if r.random() < 0.8:
        case["env"]["EMAIL_URL"] = r.choice(EMAILS)
    case["env"]["OTHER_URL"] = r.choice(EMAILS)
    for _ in range(8):
        case["reads"].append(r.choice([
            "X = dj_email_url.config()", "X = dj_email_url.config(default=%r)" % r.choice(EMAILS), "X = dj_email_url.config('OTHER_URL')", "X = dj_email_url.config(env='MISSING')",
            "X = dj_email_url.parse(%r)" % r.choice(EMAILS), "X = dj_email_url.parse(%r)" % r.choice(EMAILS), "vars().update(dj_email_url.parse(%r))\nX = EMAIL_HOST" % r.choice(EMAILS),
        ]))
    return case


def django_cache_url(r, version):
    case = {"files": {}, "env": {}, "setup": "import django_cache_url\n", "reads": []}
    if r.random() < 0.8:
        case["env"]["CACHE_URL"] = r.choice(CACHES)
    case["env"]["OTHER_URL"] = r.choice(CACHES)
    for _ in range(8):
        case["reads"].append("X = " + r.choice([
            "django_cache_url.config()", "django_cache_url.config(default=%r)" % r.choice(CACHES), "django_cache_url.config('OTHER_URL')", "django_cache_url.config(env='MISSING')",
            "django_cache_url.parse(%r)" % r.choice(CACHES), "django_cache_url.parse(%r)" % r.choice(CACHES),
        ]))
    return case


def django_configurations(r, version):
    case = {"files": {".env": "".join(line(r, key=r.choice(["X", "DJANGO_X", "APP_X", "OTHER"])) + "\n" for _ in range(8))}, "reads": []}
    case["env"] = {"DJANGO_CONFIGURATION": "Prod"}
    for k in ("DJANGO_X", "X", "APP_X", "OTHER"):
        if r.random() < 0.75:
            case["env"][k] = value(r)
    for k, pool in (("DATABASE_URL", DATABASES), ("CACHE_URL", CACHES), ("EMAIL_URL", EMAILS)):
        if r.random() < 0.5:
            case["env"][k] = r.choice(pool)
    setup = "import os\nfrom configurations import Configuration, values\n"
    for _ in range(12):
        name = r.choice(["Value", "BooleanValue", "BooleanValue", "IntegerValue", "PositiveIntegerValue", "FloatValue", "ListValue", "TupleValue", "SetValue", "DictValue", "SecretValue",
                         "DecimalValue", "SingleNestedListValue", "SingleNestedTupleValue", "DatabaseURLValue", "CacheURLValue", "EmailURLValue"])
        default = {"BooleanValue": ["True", "False", "False", "None", "'yes'"], "ListValue": ["['a']", "[]", "('a', 'b')"], "TupleValue": ["('a',)", "['b']"], "SetValue": ["{'a'}", "['a', 'a']"],
                   "DictValue": ["{'a': 1}", "{}"], "SecretValue": ["", "", "", "'x'"], "DatabaseURLValue": [repr(r.choice(DATABASES)), ""], "CacheURLValue": [repr(r.choice(CACHES)), ""],
                   "EmailURLValue": [repr(r.choice(EMAILS)), ""], "IntegerValue": ["5", ""], "SingleNestedListValue": ["[['a'], ['b']]", ""], "SingleNestedTupleValue": ["", "(('a',),)"]}.get(name, ["'x'", "5", "", "None"])
        args = [r.choice(default)] if r.random() < 0.7 else []
        if args == [""]:
            args = []
        if name == "EmailURLValue" and not args:
            args = [repr(r.choice(EMAILS))]
        if name == "BooleanValue" and not args and r.random() < 0.8:
            args = ["False"]
        kw = r.choice([[], [], [], ["environ_name='OTHER'"], ["environ_prefix=None"], ["environ_prefix='APP'"], ["environ_prefix='APP_'"], ["environ=False"], ["environ_required=True"], ["environ_name='other'", "environ_prefix=''"],
                       ["environ_name='OTHER'", "environ_prefix=None"]])
        if name.endswith("URLValue"):
            kw = r.choice([[], [], ["environ_name='OTHER_URL'"], ["environ_prefix='DJANGO'"]] + ([["alias='x'"]] if name != "EmailURLValue" else []))
        if name in ("ListValue", "TupleValue"):
            kw = kw + r.choice([[], [], ["separator=';'"], ["converter=int"], ["converter=str.upper"]])
        field = "X = values.%s(%s)" % (name, ", ".join(args + kw))
        dotenv = r.choice(["", "", "    DOTENV = '.env'\n", "    DOTENV = os.path.join(os.path.dirname(__file__), '.env')\n"])
        if name == "EmailURLValue":
            field = "MAIL" + field[1:] + "\n    @property\n    def X(self):\n        return self.EMAIL_HOST"
        roll = r.random()
        if roll < 0.1:
            body = "class Base(Configuration):\n    %s\n\nclass Prod(Base):\n%s    pass\n" % (field, dotenv)
        elif roll < 0.2:
            body = "class Prod(Configuration):\n%s    def X(self):\n        return [1, 'x']\n" % dotenv
        else:
            body = "class Prod(Configuration):\n%s    %s\n" % (dotenv, field)
        case["reads"].append(body)
    case["setup"] = setup
    return case


def django_configurations_finish(module):
    """Do what the importer does once it has run the module."""
    from configurations import importer
    from configurations.utils import uppercase_attributes
    from configurations.values import Value, setup_value

    cls = module.Prod
    cls.pre_setup()
    cls.setup()
    for name, v in uppercase_attributes(cls()).items():
        if callable(v) and not getattr(v, "pristine", False):
            v = v()
            if isinstance(v, Value):
                setup_value(module, name, v)
                continue
        setattr(module, name, v)
    cls.post_setup()


def pydantic_settings(r, version):
    case = {"files": {}, "env": {}, "reads": []}
    fields = ["debug", "port", "hosts", "secret_key", "other"]
    for f in fields:
        if r.random() < 0.6:
            case["env"][r.choice([f.upper(), f.upper(), f])] = value(r)
        if r.random() < 0.2:
            case["env"]["APP_" + f.upper()] = value(r)
    if r.random() < 0.6:
        case["files"][".env"] = "".join(line(r, key=r.choice(fields).upper()) + "\n" for _ in range(4))
    setup = "from typing import Any, Dict, List, Optional, Set, Tuple, Union\nfrom pathlib import Path\nfrom pydantic import Field, SecretStr\nfrom pydantic_settings import BaseSettings, SettingsConfigDict\n"
    for _ in range(12):
        config = r.choice(["", "", "    model_config = SettingsConfigDict(env_file='.env')\n", "    model_config = SettingsConfigDict(env_file='.env', extra='ignore')\n", "    model_config = SettingsConfigDict(env_prefix='APP_')\n",
                           "    model_config = {'env_file': '.env', 'extra': 'ignore'}\n", "    model_config = SettingsConfigDict(case_sensitive=True)\n", "    model_config = SettingsConfigDict(env_file=('a.env', '.env'), extra='allow', env_prefix='APP_')\n",
                           "    class Config:\n        env_file = '.env'\n        extra = 'ignore'\n"])
        name = r.choice(fields)
        kind = r.choice(["str", "str", "bool", "bool", "int", "float", "list", "List[str]", "list[str]", "dict", "Dict[str, str]", "Set[str]", "Optional[str]", "Optional[bool]", "str | None", "SecretStr", "Path", "Any", "int | None", "Tuple[str, ...]"])
        default = r.choice(["", "", " = None", " = 'x'", " = False", " = 5", " = Field('d')", " = Field(default=1)", " = Field(default_factory=list)", " = Field(...)", " = Field(None, alias='OTHER')", " = Field(validation_alias='OTHER')", " = ['*']", " = {}"])
        base = "class Base(BaseSettings):\n    extra_one: str = 'e'\n\nclass S(Base):\n" if r.random() < 0.15 else "class S(BaseSettings):\n"
        end = "X = S().%s" % name + (".get_secret_value()" if kind == "SecretStr" and default in ("", " = Field(...)") else "")
        case["reads"].append("%s%s    %s: %s%s\n\n%s" % (base, config, name, kind, default, end))
    case["setup"] = setup
    return case
