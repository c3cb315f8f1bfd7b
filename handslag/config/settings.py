"""Every setting, with a default that works on a laptop.

`make run` needs no file and no variable. In production each value comes from
the environment, and `manage.py check --deploy` refuses the defaults.
`docs/running.md` explains each in a sentence.
"""

import os
import re
import secrets
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import dj_database_url
import django_stubs_ext
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from handslag.config.demo.accounts import ACCOUNTS, PASSWORD

django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parents[2]
VAR_DIR = Path(os.environ.get("VAR_DIR", BASE_DIR / "var"))
VAR_DIR.mkdir(parents=True, exist_ok=True)


def _yes(name: str, default: str = "no") -> bool:
    word = os.environ.get(name, default)
    if word not in ("yes", "no"):  # "true" must not turn encryption off in silence
        raise ImproperlyConfigured(f"{name} must be yes or no, and is {word!r}.")
    return word == "yes"


def _number(name: str, default: int) -> int:
    word = os.environ.get(name, str(default))
    if not word.isdecimal():
        raise ImproperlyConfigured(f"{name} must be a whole number, and is {word!r}.")
    return int(word)


def _database(address: str) -> dict[str, Any]:
    try:
        return dict(dj_database_url.parse(address))
    except ValueError as error:
        raise ImproperlyConfigured(
            "DATABASE_URL must look like postgres://user:password@host/name"
            " or sqlite:////folder/file.sqlite3."
        ) from error


def _tile_hosts(address: str) -> list[str]:
    """Where the browser may fetch the base map: nowhere else than is said here."""
    if not address or address.startswith("/"):
        return []
    host = re.match(r"(https?://[\w.{}-]+(?::\d+)?)/", address)
    if host is None or not all(part in address for part in ("{z}", "{x}", "{y}")):
        raise ImproperlyConfigured(
            "BASE_MAP_URL must look like https://maps.example.se/{z}/{x}/{y}.png,"
            f" and is {address!r}."
        )
    return [host[1].replace("{s}", "*")]


def _own_secret() -> str:
    """A key of this installation's own, made at the first start."""
    path = VAR_DIR / "secret_key"
    if not path.exists():
        # Made whole beside it: of two that start at once, both read the same key.
        with NamedTemporaryFile("w", dir=VAR_DIR) as draft:
            draft.write(secrets.token_urlsafe(50))
            draft.flush()
            with suppress(FileExistsError):
                path.hardlink_to(draft.name)
    return path.read_text()


# The installation
DEBUG = _yes("DEBUG")
DEMO = _yes("DEMO")
DEMO_ACCOUNTS = [(one.name, one.email) for one in ACCOUNTS] if DEMO else []
DEMO_PASSWORD = PASSWORD if DEMO else ""
SECRET_KEY = os.environ.get("SECRET_KEY") or _own_secret()
PUBLIC_ADDRESS = os.environ.get(
    "PUBLIC_ADDRESS", f"http://127.0.0.1:{os.environ.get('PORT', '8000')}"
)
ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
HTTPS = PUBLIC_ADDRESS.startswith("https://")
# Whom an outside system may turn to about our calls: an address of the web or e-mail
CONNECTION_CONTACT = os.environ.get("CONNECTION_CONTACT", "")
PROXIES = _number("PROXIES", 0)  # how many of ours a request passes
CSRF_TRUSTED_ORIGINS = [PUBLIC_ADDRESS]

# What it is made of
ROOT_URLCONF = "handslag.config.urls"
WSGI_APPLICATION = "handslag.config.wsgi.application"
AUTH_USER_MODEL = "accounts.Person"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "axes",
    "csp",
    # core
    "handslag.core.accounts",
    "handslag.core.limits",
    "handslag.core.audit",
    "handslag.core.approvals",
    "handslag.core.mail",
    "handslag.core.files",
    "handslag.core.schedule",
    "handslag.core.search",
    "handslag.core.connections",
    # domain
    "handslag.domain.organisations",
    "handslag.domain.vocabulary",
    "handslag.domain.evidence",
    "handslag.domain.voices",
    "handslag.domain.surveys",
    "handslag.domain.dialogues",
    "handslag.domain.walks",
    "handslag.domain.incidents",
    "handslag.domain.weeks",
    "handslag.domain.series",
    "handslag.domain.police_events",
    "handslag.domain.analysis",
    "handslag.domain.picture",
    "handslag.domain.agreements",
    "handslag.domain.plans",
    "handslag.domain.promises",
    "handslag.domain.council",
    "handslag.domain.year",
    # web
    "handslag.web.ui",
    "handslag.web.public",
    "handslag.web.workspace",
    "handslag.config",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "handslag.web.middleware.HeadersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "handslag.web.middleware.ActorMiddleware",
    "handslag.web.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "axes.middleware.AxesMiddleware",
]
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.request"],
            "libraries": {"glossary": "handslag.web.words.glossary"},
        },
    }
]
FORM_RENDERER = "handslag.web.ui.rendering.FormRenderer"

# The database: a file on a laptop, PostgreSQL in production
DATABASE_URL = os.environ.get("DATABASE_URL", f"sqlite:///{VAR_DIR / 'handslag.sqlite3'}")
DATABASES: dict[str, Any] = {"default": _database(DATABASE_URL)}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Opening the file and saying all this again would cost more than a kept page does.
    DATABASES["default"]["CONN_MAX_AGE"] = None
    # Writers queue for 20 seconds instead of failing; readers never wait for them.
    DATABASES["default"]["OPTIONS"] = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": (
            "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;"
            "PRAGMA mmap_size=134217728;PRAGMA journal_size_limit=27103364;"
            "PRAGMA cache_size=-16000;PRAGMA temp_store=MEMORY;"
        ),
    }
    # A file as in real life, so that tests can let two connections meet in it.
    DATABASES["default"]["TEST"] = {"NAME": VAR_DIR / "test.sqlite3"}
else:
    # What the address asks for, such as ?sslmode=verify-full, holds as well.
    DATABASES["default"]["OPTIONS"] = {
        **DATABASES["default"].get("OPTIONS", {}),
        # A database that does not answer is told of within ten seconds.
        "pool": {"min_size": 1, "max_size": 8, "timeout": 10},
    }

# Words and time
LANGUAGE_CODE = "sv"
LANGUAGES = [("sv", "Svenska"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "handslag" / "locale"]
TIME_ZONE = "Europe/Stockholm"
USE_TZ = True
FORMAT_MODULE_PATH = "handslag.locale"

# Files
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATIC_ROOT.mkdir(exist_ok=True)
FILES_DIR = Path(os.environ.get("FILES_DIR", VAR_DIR / "files"))
# Keys of sealed answers: never in a backup (docs/privacy.md says why)
SEALING_DIR = Path(os.environ.get("SEALING_DIR", VAR_DIR / "sealing"))
# Points for analysis, made from the database and made anew each night
POINTS_DIR = Path(os.environ.get("POINTS_DIR", VAR_DIR / "points"))
LARGEST_FILE = _number("LARGEST_FILE_MB", 20) * 1024 * 1024
STORAGES: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": os.environ.get(
            "FILE_STORAGE", "django.core.files.storage.FileSystemStorage"
        ),
        "OPTIONS": {"location": FILES_DIR},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Mail and text messages: shown in the outbox of the workspace until a server is named
EMAIL_HOST = os.environ.get("EMAIL_HOST", "")
EMAIL_PORT = _number("EMAIL_PORT", 587)
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = _yes("EMAIL_USE_TLS", "yes")
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if EMAIL_HOST
    else "django.core.mail.backends.dummy.EmailBackend"
)
EMAIL_TIMEOUT = 20
# The dotted path of a function (telephone, words) that sends a text message.
SMS_BACKEND = os.environ.get("SMS_BACKEND", "")
DEFAULT_FROM_EMAIL = os.environ.get("MAIL_FROM", "handslag@handslag.example")

# The base map: an address with {z}/{x}/{y}, or none (the shapes alone are drawn)
# The bands of the police index 0-6 (docs/methods); an example comes with the program.
POLICE_INDEX_FILE = os.environ.get("POLICE_INDEX_FILE", "")

BASE_MAP_URL = os.environ.get("BASE_MAP_URL", "")
BASE_MAP_ATTRIBUTION = os.environ.get("BASE_MAP_ATTRIBUTION", "")

# Signing in
LOGIN_URL = "/logga-in/"
LOGIN_REDIRECT_URL = "/arbete/"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
if PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_CLIENT_IP_CALLABLE = "handslag.web.forms.client_address"
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_USERNAME_FORM_FIELD = "username"  # the name that authenticate() is given it by
AXES_USERNAME_CALLABLE = "handslag.core.accounts.lockout.username"
AXES_LOCKOUT_CALLABLE = "handslag.core.accounts.lockout.locked_out"
AXES_SENSITIVE_PARAMETERS = ["username", "email", "ip_address"]
AXES_ENABLE_ADMIN = AXES_VERBOSE = False
AXES_ENABLE_ACCESS_FAILURE_LOG = False
AXES_DISABLE_ACCESS_LOG = True

# Cookies: only those who work here get any, and only under /arbete/
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/arbete/"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 12 * 60 * 60
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# What the browser may do on our pages: nothing inline, nothing from elsewhere
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
X_FRAME_OPTIONS = "DENY"
SILENCED_SYSTEM_CHECKS = [
    "security.W002",  # frame-ancestors in the policy below says it
    "security.W005",  # the other names under the municipality's domain are not ours
    "security.W021",
]
PERMISSIONS_POLICY = (
    "camera=(), geolocation=(self), microphone=(), payment=(), usb=(), browsing-topics=()"
)
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:", *_tile_hosts(BASE_MAP_URL)],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    # Anyone can ask for another host, and many do; the answer is 400 and no news.
    "loggers": {"django.security.DisallowedHost": {"propagate": False}},
    "root": {"handlers": ["console"], "level": os.environ.get("LOG_LEVEL", "WARNING")},
}
