#!/usr/bin/env python3
"""Write variants.json: the settings modules that the recorded answers are about.

usage: variants.py > variants.json
"""
import json
import sys

KEY = "SECRET_KEY = 'm7$kQ2!xV9@pL4#wZ8^tR3&nB6*yD1(hF5)jG0-sC_aE+uT=oWi'\n"

START = """\
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = 'django-insecure-0123456789abcdefghijklmnopqrstuvwxyz0123456789abcdef'
DEBUG = True
ALLOWED_HOSTS = []
INSTALLED_APPS = [
    'django.contrib.admin',
    'django.contrib.auth',
    'django.contrib.contenttypes',
    'django.contrib.sessions',
    'django.contrib.messages',
    'django.contrib.staticfiles',
]
MIDDLEWARE = [
    'django.middleware.security.SecurityMiddleware',
    'django.contrib.sessions.middleware.SessionMiddleware',
    'django.middleware.common.CommonMiddleware',
    'django.middleware.csrf.CsrfViewMiddleware',
    'django.contrib.auth.middleware.AuthenticationMiddleware',
    'django.contrib.messages.middleware.MessageMiddleware',
    'django.middleware.clickjacking.XFrameOptionsMiddleware',
]
ROOT_URLCONF = 'proj.urls'
TEMPLATES = [
    {
        'BACKEND': 'django.template.backends.django.DjangoTemplates',
        'DIRS': [],
        'APP_DIRS': True,
        'OPTIONS': {
            'context_processors': [
                'django.template.context_processors.request',
                'django.contrib.auth.context_processors.auth',
                'django.contrib.messages.context_processors.messages',
            ],
        },
    },
]
WSGI_APPLICATION = 'proj.wsgi.application'
DATABASES = {'default': {'ENGINE': 'django.db.backends.sqlite3', 'NAME': BASE_DIR / 'db.sqlite3'}}
STATIC_URL = '/static/'
DEFAULT_AUTO_FIELD = 'django.db.models.BigAutoField'
"""

GOOD = START + KEY + """\
DEBUG = False
ALLOWED_HOSTS = ['shop.example']
SECURE_HSTS_SECONDS = 31536000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_SSL_REDIRECT = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
"""

FILES = {
    "blog/__init__.py": "",
    "blog/models.py": "from django.db import models\n\n\nclass Post(models.Model):\n    title = models.TextField()\n",
    "blog/migrations/__init__.py": "",
    "pages/__init__.py": "",
    "pages/apps.py": "from django.apps import AppConfig\n\n\nclass PagesConfig(AppConfig):\n    name = 'pages'\n",
    "proj/middleware.py": "from django.contrib.auth.middleware import AuthenticationMiddleware\n"
    "from django.contrib.messages.middleware import MessageMiddleware\n"
    "from django.contrib.sessions.middleware import SessionMiddleware\n"
    "from django.middleware.security import SecurityMiddleware\n\n\n"
    "class Security(SecurityMiddleware):\n    pass\n\n\n"
    "class Auth(AuthenticationMiddleware):\n    pass\n\n\n"
    "class Message(MessageMiddleware):\n    pass\n\n\n"
    "class Session(SessionMiddleware):\n    pass\n\n\n"
    "def plain(get_response):\n    return get_response\n",
    "proj/backends.py": "from django.contrib.auth.backends import BaseBackend, ModelBackend\n\n\n"
    "class Mail(ModelBackend):\n    pass\n\n\nclass Token(BaseBackend):\n    pass\n",
    "proj/views.py": "def refused(request, reason=''):\n    pass\n\n\ndef wrong(request):\n    pass\n",
    "proj/tags.py": "from django.template import Library\n\nregister = Library()\n",
    "assets/logo.txt": "logo\n",
}

MAIL = "django.core.mail.backends."
FILE_CACHE = "'BACKEND': 'django.core.cache.backends.filebased.FileBasedCache'"
LOCMEM = "{'BACKEND': 'django.core.cache.backends.locmem.LocMemCache'}"
STORAGE = "'default': {'BACKEND': 'django.core.files.storage.FileSystemStorage'}"
STATIC_STORAGE = "'staticfiles': {'BACKEND': 'django.contrib.staticfiles.storage.StaticFilesStorage'}"


def drop(part):
    return f"MIDDLEWARE = [m for m in MIDDLEWARE if {part!r} not in m]\n"


def swap(part, by):
    return f"MIDDLEWARE = [{by!r} if {part!r} in m else m for m in MIDDLEWARE]\n"


def without(*apps):
    return f"INSTALLED_APPS = [a for a in INSTALLED_APPS if a.rsplit('.', 1)[-1] not in {apps!r}]\n"


def processors(*names):
    return f"TEMPLATES[0]['OPTIONS']['context_processors'] = {list(names)!r}\n"


REQUEST = "django.template.context_processors.request"
AUTH = "django.contrib.auth.context_processors.auth"
MESSAGES = "django.contrib.messages.context_processors.messages"
LOGIN = "django.contrib.auth.middleware.LoginRequiredMiddleware"
AUTH_MW = "django.contrib.auth.middleware.AuthenticationMiddleware"
CSP_MW = "MIDDLEWARE += ['django.middleware.csp.ContentSecurityPolicyMiddleware']\n"
NONCE = "from django.utils.csp import CSP\nSECURE_CSP = {'script-src': [CSP.SELF, CSP.NONCE]}\n"

# (name, settings, environment, ids that depend on what the machine has)
WHOLE = [
    ("01 startproject as is", START),
    ("02 hardened", GOOD),
    ("03 empty module", ""),
    ("04 nothing but a key", KEY),
    ("51 key and hosts", KEY + "ALLOWED_HOSTS = ['shop.example']\n"),
    ("52 no templates, no admin", KEY + "ALLOWED_HOSTS = ('shop.example',)\nINSTALLED_APPS = ('blog',)\nDEFAULT_AUTO_FIELD = 'django.db.models.BigAutoField'\n"),
]

TAILS = [
    ("05 no SecurityMiddleware", drop("SecurityMiddleware") + "SECURE_HSTS_SECONDS = 0\nSECURE_SSL_REDIRECT = False\n"),
    ("06 HSTS without subdomains and preload", "SECURE_HSTS_INCLUDE_SUBDOMAINS = False\nSECURE_HSTS_PRELOAD = False\n"),
    ("07 HSTS is the text 0", "SECURE_HSTS_SECONDS = '0'\n"),
    ("08 redirect is the text True", "SECURE_SSL_REDIRECT = 'True'\n"),
    ("09 redirect is 1", "SECURE_SSL_REDIRECT = 1\n"),
    ("10 cookies are the text False", "SESSION_COOKIE_SECURE = 'False'\nCSRF_COOKIE_SECURE = 'False'\nSESSION_COOKIE_HTTPONLY = 'False'\n"),
    ("11 cookies are 1", "SESSION_COOKIE_SECURE = 1\nCSRF_COOKIE_SECURE = 1\n"),
    ("12 DEBUG is the text False", "import os\nDEBUG = os.environ.get('DEBUG', True)\n", {"DEBUG": "False"}),
    ("13 DEBUG is the empty text", "import os\nDEBUG = os.environ.get('DEBUG', True)\n", {"DEBUG": ""}),
    ("14 key of 49", "SECRET_KEY = 'abcdefghij' * 4 + '123456789'\n"),
    ("15 key of 50, 5 different", "SECRET_KEY = 'abcde' * 10\n"),
    ("16 key of 50, 4 different", "SECRET_KEY = 'abcd' * 12 + 'ab'\n"),
    ("17 key empty", "SECRET_KEY = ''\n"),
    ("18 hosts wildcard", "ALLOWED_HOSTS = ['*']\n"),
    ("19 hosts an empty text", "ALLOWED_HOSTS = ''.split(',')\n"),
    ("20 hosts a text", "ALLOWED_HOSTS = 'shop.example'\n"),
    ("21 frames from the same origin", "X_FRAME_OPTIONS = 'SAMEORIGIN'\n"),
    ("22 frames deny in lower case", "X_FRAME_OPTIONS = 'deny'\n"),
    ("23 no frame middleware", drop("XFrame") + "X_FRAME_OPTIONS = 'SAMEORIGIN'\n"),
    ("24 no CSRF middleware", drop("Csrf") + "CSRF_COOKIE_SECURE = False\n"),
    ("25 CSRF in the session", "CSRF_USE_SESSIONS = True\nCSRF_COOKIE_SECURE = False\n"),
    ("26 sessions app alone", drop("SessionMiddleware") + drop("AuthenticationMiddleware") + drop("MessageMiddleware") + without("admin") + "SESSION_COOKIE_SECURE = False\nSESSION_COOKIE_HTTPONLY = False\n"),
    ("27 sessions middleware alone", without("admin", "sessions") + "SESSION_COOKIE_SECURE = False\n"),
    ("28 subclass of SecurityMiddleware", swap("SecurityMiddleware", "proj.middleware.Security")),
    ("29 referrer None", "SECURE_REFERRER_POLICY = None\n"),
    ("30 referrer one bad", "SECURE_REFERRER_POLICY = 'no-referrer, bogus'\n"),
    ("31 referrer empty", "SECURE_REFERRER_POLICY = ''\n"),
    ("32 referrer list", "SECURE_REFERRER_POLICY = ['no-referrer', 'same-origin']\n"),
    ("33 opener bad", "SECURE_CROSS_ORIGIN_OPENER_POLICY = 'bogus'\n"),
    ("34 nosniff off", "SECURE_CONTENT_TYPE_NOSNIFF = False\n"),
    ("35 weak old key", "SECRET_KEY_FALLBACKS = ['short']\n"),
    ("36 origin without scheme", "CSRF_TRUSTED_ORIGINS = ['shop.example']\n"),
    ("37 caches without default", f"CACHES = {{'x': {LOCMEM}}}\n"),
    ("38 cache under media, and relative", f"MEDIA_ROOT = '/srv/media'\nCACHES = {{'default': {{{FILE_CACHE}, 'LOCATION': '/srv/media/cache'}}, 'rel': {{{FILE_CACHE}, 'LOCATION': 'cache'}}}}\n"),
    ("39 STATIC_ROOT among the sources", "STATIC_ROOT = '/srv/static'\nSTATICFILES_DIRS = ['/srv/static', ('pre/', '/nonexist')]\n", {}, ["staticfiles.W004"]),
    ("40 static and media in one folder", "STATIC_ROOT = '/srv/x'\nMEDIA_ROOT = '/srv/x'\n"),
    ("41 media URL without slash", "MEDIA_URL = '/static/media'\n"),
    ("42 no static URL", "STATIC_URL = None\n"),
    ("43 no auto field", "del DEFAULT_AUTO_FIELD\nINSTALLED_APPS += ['blog']\n"),
    ("44 upload folder missing", "FILE_UPLOAD_TEMP_DIR = '/nonexistent'\n", {}, ["files.E001"]),
    ("45 async unsafe", "", {"DJANGO_ALLOW_ASYNC_UNSAFE": "false"}),
    ("46 silenced", "SECURE_HSTS_SECONDS = 0\nSECURE_SSL_REDIRECT = False\nSILENCED_SYSTEM_CHECKS = ['security.W004', 'security.W008']\n"),
    ("47 language unknown", "LANGUAGE_CODE = 'xx_YY'\n"),
    ("48 APP_DIRS with loaders", "TEMPLATES[0]['OPTIONS']['loaders'] = [('django.template.loaders.cached.Loader', ['django.template.loaders.filesystem.Loader'])]\n"),
    ("49 middleware of old", "MIDDLEWARE_CLASSES = MIDDLEWARE\nMIDDLEWARE = []\n" + without("admin")),
    ("50 site id a text", "INSTALLED_APPS += ['django.contrib.sites']\nSITE_ID = '1'\n"),
    # security.*
    ("53 middleware a tuple", "MIDDLEWARE = tuple(MIDDLEWARE)\n"),
    ("54 HSTS None", "SECURE_HSTS_SECONDS = None\n"),
    ("55 HSTS True", "SECURE_HSTS_SECONDS = True\n"),
    ("56 HSTS empty text", "SECURE_HSTS_SECONDS = ''\n"),
    ("57 HSTS off, parts off", "SECURE_HSTS_SECONDS = 0\nSECURE_HSTS_INCLUDE_SUBDOMAINS = False\nSECURE_HSTS_PRELOAD = False\n"),
    ("58 HSTS parts are 1", "SECURE_HSTS_INCLUDE_SUBDOMAINS = 1\nSECURE_HSTS_PRELOAD = 'True'\n"),
    ("59 HSTS from the environment", "import os\nSECURE_HSTS_SECONDS = int(os.environ.get('HSTS', '0'))\n", {"HSTS": "60"}),
    ("60 HSTS by its default", "import os\nSECURE_HSTS_SECONDS = int(os.environ.get('HSTS', '0'))\n"),
    ("61 nosniff the text False", "SECURE_CONTENT_TYPE_NOSNIFF = 'False'\n"),
    ("62 nosniff None", "SECURE_CONTENT_TYPE_NOSNIFF = None\n"),
    ("63 redirect None", "SECURE_SSL_REDIRECT = None\n"),
    ("64 XSS filter off", "SECURE_BROWSER_XSS_FILTER = False\n"),
    ("65 key None", "SECRET_KEY = None\n"),
    ("66 key unset", "del SECRET_KEY\n"),
    ("67 key with the prefix", "SECRET_KEY = 'django-insecure-' + 'abcdefghij' * 5\n"),
    ("68 key with the prefix inside", "SECRET_KEY = 'x-django-insecure-' + 'abcdefghij' * 5\n"),
    ("69 key of 50 code points", "SECRET_KEY = 'äöüßé' * 10\n"),
    ("70 key of 26 code points, 52 bytes", "SECRET_KEY = 'äöüßéà' * 4 + 'äö'\n"),
    ("71 old keys, two weak", "SECRET_KEY_FALLBACKS = ['a' * 60, SECRET_KEY, 'django-insecure-' + 'abcdefghij' * 5]\n"),
    ("72 old keys a tuple", "SECRET_KEY_FALLBACKS = ('x',)\n"),
    ("73 old keys a text", "SECRET_KEY_FALLBACKS = 'x'\n"),
    ("74 old keys empty", "SECRET_KEY_FALLBACKS = []\n"),
    ("75 session cookie None", "SESSION_COOKIE_SECURE = None\n"),
    ("76 session cookie readable", "SESSION_COOKIE_HTTPONLY = False\n"),
    ("77 session cookie readable, 1", "SESSION_COOKIE_HTTPONLY = 1\n"),
    ("78 no sessions at all", drop("SessionMiddleware") + drop("AuthenticationMiddleware") + drop("MessageMiddleware") + without("admin", "sessions") + "SESSION_COOKIE_SECURE = False\n"),
    ("79 sessions by AppConfig", "INSTALLED_APPS = [a + '.apps.SessionsConfig' if a.endswith('sessions') else a for a in INSTALLED_APPS]\nSESSION_COOKIE_SECURE = False\n"),
    ("80 sessions app, subclass of middleware", swap("SessionMiddleware", "proj.middleware.Session") + "SESSION_COOKIE_SECURE = False\nSESSION_COOKIE_HTTPONLY = False\n"),
    ("81 CSRF cookie 1", "CSRF_COOKIE_SECURE = 1\n"),
    ("82 CSRF in the session by a text", "CSRF_USE_SESSIONS = 'False'\nCSRF_COOKIE_SECURE = False\n"),
    ("83 CSRF cookie readable", "CSRF_COOKIE_HTTPONLY = False\n"),
    ("84 DEBUG 1", "DEBUG = 1\n"),
    ("85 DEBUG None", "DEBUG = None\n"),
    ("86 frames None", "X_FRAME_OPTIONS = None\n"),
    ("87 frames empty", "X_FRAME_OPTIONS = ''\n"),
    ("88 hosts empty tuple", "ALLOWED_HOSTS = ()\n"),
    ("89 hosts a set", "ALLOWED_HOSTS = {'shop.example'}\n"),
    ("90 hosts None", "ALLOWED_HOSTS = None\n"),
    ("91 hosts an empty text", "ALLOWED_HOSTS = ''\n"),
    ("92 hosts by filter of an unset variable", "import os\nALLOWED_HOSTS = [h for h in os.environ.get('HOSTS', '').split(',') if h]\n"),
    ("93 referrer a tuple with one bad", "SECURE_REFERRER_POLICY = ('no-referrer', 'bogus')\n"),
    ("94 referrer empty list", "SECURE_REFERRER_POLICY = []\n"),
    ("95 referrer upper case", "SECURE_REFERRER_POLICY = 'Same-Origin'\n"),
    ("96 referrer with blanks", "SECURE_REFERRER_POLICY = ' no-referrer ,  origin '\n"),
    ("97 referrer in a list with a comma", "SECURE_REFERRER_POLICY = ['no-referrer,origin']\n"),
    ("98 referrer bad, no SecurityMiddleware", drop("SecurityMiddleware") + "SECURE_REFERRER_POLICY = 'bogus'\nSECURE_CROSS_ORIGIN_OPENER_POLICY = 'bogus'\n"),
    ("99 opener None", "SECURE_CROSS_ORIGIN_OPENER_POLICY = None\n"),
    ("100 opener empty", "SECURE_CROSS_ORIGIN_OPENER_POLICY = ''\n"),
    ("101 opener False", "SECURE_CROSS_ORIGIN_OPENER_POLICY = False\n"),
    ("102 opener popups", "SECURE_CROSS_ORIGIN_OPENER_POLICY = 'same-origin-allow-popups'\n"),
    ("103 CSP a text", "SECURE_CSP = \"default-src 'self'\"\n"),
    ("104 CSP None", "SECURE_CSP = None\nSECURE_CSP_REPORT_ONLY = None\n"),
    ("105 CSP both wrong", "SECURE_CSP = ['x']\nSECURE_CSP_REPORT_ONLY = 'x'\n"),
    ("106 CSP empty text", "SECURE_CSP = ''\n"),
    ("107 CSP without its middleware", "SECURE_CSP = {'default-src': [\"'self'\"]}\n"),
    ("108 CSP nonce", CSP_MW + "SECURE_CSP = {'script-src': [\"'self'\", '<CSP_NONCE_SENTINEL>']}\n"),
    ("109 CSP nonce with its processor", CSP_MW + "SECURE_CSP = {'script-src': [\"'self'\", '<CSP_NONCE_SENTINEL>']}\n" + processors(REQUEST, AUTH, MESSAGES, "django.template.context_processors.csp")),
    ("110 hashing algorithm", "DEFAULT_HASHING_ALGORITHM = 'md5'\n"),
    ("111 hashing algorithm sha1", "DEFAULT_HASHING_ALGORITHM = 'sha1'\n"),
    ("112 failure view missing", "CSRF_FAILURE_VIEW = 'proj.missing.refused'\n"),
    ("113 failure view there", "CSRF_FAILURE_VIEW = 'proj.views.refused'\n"),
    ("114 failure view with a wrong signature", "CSRF_FAILURE_VIEW = 'proj.views.wrong'\n"),
    ("225 failure view in a package that is not there", "CSRF_FAILURE_VIEW = 'nowhere.refused'\n"),
    ("226 failure view missing in its module", "CSRF_FAILURE_VIEW = 'proj.views.nope'\n"),
    ("227 failure view without a dot", "CSRF_FAILURE_VIEW = 'refused'\n"),
    # caches, files, static files
    ("115 caches empty", "CACHES = {}\n"),
    ("116 cache in STATIC_ROOT", f"STATIC_ROOT = '/srv/static'\nCACHES = {{'default': {{{FILE_CACHE}, 'LOCATION': '/srv/static/'}}}}\n"),
    ("117 cache around MEDIA_ROOT", f"MEDIA_ROOT = '/srv/data/media'\nCACHES = {{'default': {{{FILE_CACHE}, 'LOCATION': '/srv/data'}}}}\n"),
    ("118 cache beside MEDIA_ROOT", f"MEDIA_ROOT = '/srv/media'\nCACHES = {{'default': {{{FILE_CACHE}, 'LOCATION': '/srv/media-cache'}}}}\n"),
    ("119 cache in a source of static files", f"STATICFILES_DIRS = [('pre', BASE_DIR / 'assets')]\nCACHES = {{'default': {{{FILE_CACHE}, 'LOCATION': BASE_DIR / 'assets' / 'cache'}}}}\n"),
    ("120 cache in two roots", f"MEDIA_ROOT = '/srv'\nSTATIC_ROOT = '/srv/static'\nCACHES = {{'default': {{{FILE_CACHE}, 'LOCATION': '/srv/cache'}}, 'b': {{{FILE_CACHE}, 'LOCATION': '/srv/static/cache'}}}}\n"),
    ("121 static sources a text", "STATICFILES_DIRS = 'assets'\n"),
    ("122 static sources a tuple", "STATICFILES_DIRS = (BASE_DIR / 'assets',)\n"),
    ("123 static source missing", "STATICFILES_DIRS = [BASE_DIR / 'nowhere']\n"),
    ("124 STATIC_ROOT with a slash among the sources", "STATIC_ROOT = str(BASE_DIR / 'assets') + '/'\nSTATICFILES_DIRS = [BASE_DIR / 'assets']\n"),
    ("125 prefix with a slash", "STATICFILES_DIRS = [('pre/', BASE_DIR / 'assets'), ('post', BASE_DIR / 'assets')]\n"),
    ("126 static sources without the app", without("staticfiles") + "STATIC_ROOT = BASE_DIR / 'assets'\nSTATICFILES_DIRS = [BASE_DIR / 'assets']\n"),
    ("127 STATIC_ROOT within a source", "STATIC_ROOT = BASE_DIR / 'assets' / 'root'\nSTATICFILES_DIRS = [BASE_DIR / 'assets']\n"),
    ("128 storages without static files", f"STORAGES = {{{STORAGE}}}\n"),
    ("129 storages whole", f"STORAGES = {{{STORAGE}, {STATIC_STORAGE}}}\n"),
    ("130 storages without static files, no app", without("staticfiles") + f"STORAGES = {{{STORAGE}}}\n"),
    ("131 storages and the old setting", f"STORAGES = {{{STORAGE}, {STATIC_STORAGE}}}\nSTATICFILES_STORAGE = 'django.contrib.staticfiles.storage.StaticFilesStorage'\n"),
    ("132 storages and the other old setting", f"STORAGES = {{{STORAGE}, {STATIC_STORAGE}}}\nDEFAULT_FILE_STORAGE = 'django.core.files.storage.FileSystemStorage'\n"),
    ("133 the old setting alone", "STATICFILES_STORAGE = 'django.contrib.staticfiles.storage.StaticFilesStorage'\n"),
    ("134 upload folder in the project", "FILE_UPLOAD_TEMP_DIR = BASE_DIR / 'assets'\n"),
    ("135 upload folder missing in the project", "FILE_UPLOAD_TEMP_DIR = BASE_DIR / 'uploads'\n"),
    ("136 upload folder empty", "FILE_UPLOAD_TEMP_DIR = ''\n"),
    # mail, sites, templates
    ("137 mail to the console, old", f"EMAIL_BACKEND = '{MAIL}console.EmailBackend'\n"),
    ("138 mailers to the console", f"MAILERS = {{'default': {{'BACKEND': '{MAIL}console.EmailBackend'}}}}\n"),
    ("139 mailers to memory, other by SMTP", f"MAILERS = {{'default': {{'BACKEND': '{MAIL}locmem.EmailBackend'}}, 'b': {{}}}}\n"),
    ("140 mailers without backend", "MAILERS = {'default': {}}\n"),
    ("141 mailers without default", f"MAILERS = {{'b': {{'BACKEND': '{MAIL}dummy.EmailBackend'}}}}\n"),
    ("142 mailers empty", "MAILERS = {}\n"),
    ("143 mailers and EMAIL_HOST", "MAILERS = {'default': {}}\nEMAIL_HOST = 'mail.example'\n"),
    ("144 mailers and EMAIL_SUBJECT_PREFIX", "MAILERS = {'default': {}}\nEMAIL_SUBJECT_PREFIX = '[shop] '\n"),
    ("145 site id None", "INSTALLED_APPS += ['django.contrib.sites']\nSITE_ID = None\n"),
    ("146 site id unset", "INSTALLED_APPS += ['django.contrib.sites.apps.SitesConfig']\n"),
    ("147 site id True", "INSTALLED_APPS += ['django.contrib.sites']\nSITE_ID = True\n"),
    ("148 site id without the app", "SITE_ID = '1'\n"),
    ("149 site id a float", "INSTALLED_APPS += ['django.contrib.sites']\nSITE_ID = 1.0\n"),
    ("150 string_if_invalid None", "TEMPLATES[0]['OPTIONS']['string_if_invalid'] = None\n"),
    ("151 string_if_invalid a text", "TEMPLATES[0]['OPTIONS']['string_if_invalid'] = '?'\n"),
    ("152 loaders without APP_DIRS", "TEMPLATES[0]['APP_DIRS'] = False\nTEMPLATES[0]['OPTIONS']['loaders'] = ['django.template.loaders.filesystem.Loader']\n"),
    ("153 APP_DIRS with loaders, no admin", without("admin") + "TEMPLATES[0]['OPTIONS']['loaders'] = ['django.template.loaders.filesystem.Loader']\n"),
    ("154 APP_DIRS with loaders, nothing else", "INSTALLED_APPS = []\nTEMPLATES[0]['OPTIONS'] = {'loaders': ['django.template.loaders.filesystem.Loader']}\n"),
    ("155 APP_DIRS with loaders None", "TEMPLATES[0]['OPTIONS']['loaders'] = None\n"),
    # translation, URLs, CSRF
    ("156 language a number", "USE_I18N = False\nLANGUAGE_CODE = 5\n"),
    ("157 language with an underscore, no translation", "USE_I18N = False\nLANGUAGE_CODE = 'en_US'\n"),
    ("158 language with an underscore", "LANGUAGE_CODE = 'en_US'\n"),
    ("159 language not among the languages", "LANGUAGES = [('de', 'German'), ('fr', 'French')]\nLANGUAGE_CODE = 'en-us'\n"),
    ("160 language a variant of one", "LANGUAGES = [('de', 'German')]\nLANGUAGE_CODE = 'de-at'\n"),
    ("161 languages with a bad code", "LANGUAGES = [('en', 'English'), ('e', 'Short'), ('pt_BR', 'Brazil'), ('', 'None')]\n"),
    ("162 bidi with a bad code", "LANGUAGES_BIDI = ['he', 'ar_XX', 5]\n"),
    ("163 language unknown and well formed", "LANGUAGE_CODE = 'xx'\n"),
    ("164 language in upper case", "LANGUAGE_CODE = 'EN-US'\n"),
    ("165 languages a tuple of lists", "LANGUAGES = (['en', 'English'],)\nLANGUAGE_CODE = 'en-gb'\n"),
    ("166 language Chinese of old", "LANGUAGE_CODE = 'zh-cn'\n"),
    ("167 language unknown, no translation", "USE_I18N = False\nLANGUAGE_CODE = 'xx'\n"),
    ("168 static URL without slash", "STATIC_URL = 'static'\n"),
    ("169 both URLs without slash", "STATIC_URL = '/static'\nMEDIA_URL = 'https://cdn.example/media'\n"),
    ("170 URLs empty", "STATIC_URL = ''\nMEDIA_URL = ''\n"),
    ("171 origins, one without scheme", "CSRF_TRUSTED_ORIGINS = ['https://shop.example', '*.shop.example', '//x']\n"),
    ("172 origins empty", "CSRF_TRUSTED_ORIGINS = ()\n"),
    ("173 origin a text", "CSRF_TRUSTED_ORIGINS = 'https://shop.example'\n"),
    # auth and admin
    ("174 login before auth", f"MIDDLEWARE = ['{LOGIN}'] + MIDDLEWARE\n"),
    ("175 login after auth", f"MIDDLEWARE = MIDDLEWARE + ['{LOGIN}']\n"),
    ("176 login without auth", without("admin") + drop("AuthenticationMiddleware") + f"MIDDLEWARE = MIDDLEWARE + ['{LOGIN}']\n"),
    ("177 login after a subclass of auth", swap("AuthenticationMiddleware", "proj.middleware.Auth") + f"MIDDLEWARE = MIDDLEWARE + ['{LOGIN}']\n"),
    ("178 admin without messages", without("messages")),
    ("179 admin without contenttypes", without("contenttypes")),
    ("180 admin without auth", without("auth")),
    ("181 simple admin without auth", "INSTALLED_APPS = ['django.contrib.admin.apps.SimpleAdminConfig' if a.endswith('admin') else a for a in INSTALLED_APPS]\n" + without("auth", "messages")),
    ("182 admin without templates", "TEMPLATES = []\n"),
    ("183 admin with Jinja templates alone", "TEMPLATES = [{'BACKEND': 'django.template.backends.dummy.TemplateStrings', 'NAME': 'x'}]\n"),
    ("184 admin without processors", processors()),
    ("185 admin without request", processors(AUTH, MESSAGES)),
    ("186 admin without auth's processor, other backend", processors(REQUEST, MESSAGES) + "AUTHENTICATION_BACKENDS = ['proj.backends.Token']\n"),
    ("187 admin without auth's processor, subclass", processors(REQUEST, MESSAGES) + "AUTHENTICATION_BACKENDS = ['proj.backends.Mail']\n"),
    ("188 admin with processors in the second engine", "TEMPLATES = [dict(TEMPLATES[0], NAME='a', OPTIONS={}), dict(TEMPLATES[0], NAME='b')]\n"),
    ("189 admin without auth middleware", drop("AuthenticationMiddleware")),
    ("190 admin without three middlewares", drop("AuthenticationMiddleware") + drop("MessageMiddleware") + drop("SessionMiddleware")),
    ("191 admin with subclasses", swap("AuthenticationMiddleware", "proj.middleware.Auth") + swap("MessageMiddleware", "proj.middleware.Message") + swap("SessionMiddleware", "proj.middleware.Session")),
    ("192 admin with other middleware", swap("MessageMiddleware", "proj.middleware.plain")),
    ("193 admin by its AppConfig", "INSTALLED_APPS[0] = 'django.contrib.admin.apps.AdminConfig'\n" + drop("MessageMiddleware")),
    # what stops Django
    ("194 apps a text", "INSTALLED_APPS = 'blog'\n"),
    ("195 apps a set", "INSTALLED_APPS = set(INSTALLED_APPS)\n"),
    ("196 an app twice", "INSTALLED_APPS += ['blog', 'blog']\n"),
    ("197 an app twice, once by its AppConfig", "INSTALLED_APPS += ['pages', 'pages.apps.PagesConfig']\n"),
    ("198 an app of Django twice", "INSTALLED_APPS += ['django.contrib.auth.apps.AuthConfig']\n"),
    ("199 an app of the project missing", "INSTALLED_APPS += ['proj.nowhere']\n"),
    ("200 an app of Django missing", "INSTALLED_APPS += ['django.contrib.comments']\n"),
    ("201 an AppConfig's module missing", "INSTALLED_APPS += ['blog.apps.BlogConfig']\n"),
    ("202 locale paths a text", "LOCALE_PATHS = '/srv/locale'\n"),
    ("203 template dirs a text", "TEMPLATE_DIRS = '/srv/templates'\n"),
    ("204 time zone unknown", "TIME_ZONE = 'Europe/Nowhere'\n"),
    ("205 time zone None", "TIME_ZONE = None\n"),
    ("206 time zone UTC", "TIME_ZONE = 'UTC'\n"),
    ("207 time zone in lower case", "TIME_ZONE = 'europe/berlin'\n"),
    ("208 URL module missing", "ROOT_URLCONF = 'proj.nowhere'\n"),
    ("209 URL module unset", "del ROOT_URLCONF\n"),
    ("210 proxy header one text", "SECURE_PROXY_SSL_HEADER = 'HTTP_X_FORWARDED_PROTO'\n"),
    ("211 mail by TLS and SSL", "EMAIL_USE_TLS = True\nEMAIL_USE_SSL = True\n"),
    ("212 databases without default", "DATABASES = {'other': DATABASES['default']}\n"),
    ("213 databases empty", "DATABASES = {}\n"),
    ("214 timeouts in days and seconds", "PASSWORD_RESET_TIMEOUT = 60\nPASSWORD_RESET_TIMEOUT_DAYS = 1\n"),
    ("215 raises at import", "import os\nHOST = os.environ['SHOP_HOST']\n"),
    ("216 raises by a number", "PORT = int('eighty')\n"),
    ("217 silenced errors", "SILENCED_SYSTEM_CHECKS = ['security.W009', 'caches.E001', 'urls.E006']\nCACHES = {}\nMEDIA_URL = '/media'\nSECRET_KEY = 'short'\n"),
    ("218 silenced one of two", "SILENCED_SYSTEM_CHECKS = ('security.W005',)\nSECURE_HSTS_INCLUDE_SUBDOMAINS = False\nSECURE_HSTS_PRELOAD = False\n"),
    ("219 async unsafe, empty", "", {"DJANGO_ALLOW_ASYNC_UNSAFE": ""}),
    ("220 async unsafe from the settings", "import os\nos.environ['DJANGO_ALLOW_ASYNC_UNSAFE'] = 'true'\n"),
    ("221 auto field set to the old one", "DEFAULT_AUTO_FIELD = 'django.db.models.AutoField'\nINSTALLED_APPS += ['blog']\n"),
    ("222 no auto field, no models", "del DEFAULT_AUTO_FIELD\nINSTALLED_APPS += ['pages']\n"),
    ("223 middleware module missing", "MIDDLEWARE += ['proj.nowhere.Middleware']\n"),
    ("224 library twice", "TEMPLATES[0]['OPTIONS']['libraries'] = {'static': 'proj.tags'}\n"),
]


def main():
    variants = []
    for name, settings, *rest in WHOLE + [(n, GOOD + tail, *more) for n, tail, *more in TAILS]:
        variant = {"name": name, "settings": settings}
        if rest and rest[0]:
            variant["env"] = rest[0]
        if len(rest) > 1:
            variant["host"] = rest[1]
        variants.append(variant)
    json.dump({"files": FILES, "variants": variants}, sys.stdout, indent=1, ensure_ascii=False)
    sys.stdout.write("\n")


main()
