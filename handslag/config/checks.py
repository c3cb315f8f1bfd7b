"""What must not be left undone in production: `manage.py check --deploy`."""

import os
from collections.abc import Sequence
from pathlib import Path

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

_EXAMPLE = ".example"


@register(Tags.security, deploy=True)
def defaults_are_replaced(
    app_configs: Sequence[AppConfig] | None, **_options: object
) -> list[CheckMessage]:
    """Each value that works on a laptop and must not reach the public."""
    faults = {
        "SECRET_KEY is not set in the environment.": not os.environ.get("SECRET_KEY"),
        "PUBLIC_ADDRESS must begin with https://.": not settings.HTTPS,
        "DEBUG must be off: it shows the code to anyone.": settings.DEBUG,
        "DEMO must be off: its passwords are public.": settings.DEMO,
        "EMAIL_HOST is not set: no letter leaves the outbox.": not settings.EMAIL_HOST,
        "MAIL_FROM is still the example.": settings.DEFAULT_FROM_EMAIL.rstrip(">").endswith(
            _EXAMPLE
        ),
        "ALLOWED_HOSTS lets any host in.": "*" in settings.ALLOWED_HOSTS,
        "ALLOWED_HOSTS lacks the host of PUBLIC_ADDRESS.": not _is_host_allowed(),
        "The Swedish words are missing: run compile_translations.": not _is_there(
            settings.LOCALE_PATHS[0], "sv/LC_MESSAGES/django.mo"
        ),
        "The static files are missing: run collectstatic.": not _is_there(
            settings.STATIC_ROOT, "staticfiles.json"
        ),
    }
    return [
        Error(sentence, hint="docs/running.md", id=f"handslag.E{number:03}")
        for number, (sentence, wrong) in enumerate(faults.items(), start=1)
        if wrong
    ]


def _is_there(folder: str | Path, name: str) -> bool:
    return (Path(folder) / name).exists()


def _is_host_allowed() -> bool:
    host = settings.PUBLIC_ADDRESS.partition("://")[2].partition("/")[0].partition(":")[0]
    return any(
        host == allowed or (allowed.startswith(".") and f".{host}".endswith(allowed))
        for allowed in settings.ALLOWED_HOSTS
    )
