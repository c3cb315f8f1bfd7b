import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.db import connection

from handslag.config import settings as as_written


@pytest.mark.django_db
def test_the_suite_runs_on_the_database_it_was_started_for(pytestconfig):
    """Without this a broken plugin would test SQLite twice, in silence."""
    plugged = "tests.postgres" in pytestconfig.getoption("plugins")
    assert connection.vendor == ("postgresql" if plugged else "sqlite")


def test_an_ordinary_visitor_gets_no_cookie_outside_the_workspace(settings):
    assert settings.SESSION_COOKIE_PATH == settings.CSRF_COOKIE_PATH == "/arbete/"


@pytest.mark.parametrize(
    ("name", "word", "sentence"),
    [
        ("EMAIL_USE_TLS", "true", "EMAIL_USE_TLS must be yes or no, and is 'true'."),
        ("DEBUG", "", "DEBUG must be yes or no, and is ''."),
        ("PROXIES", "one", "PROXIES must be a whole number, and is 'one'."),
        ("EMAIL_PORT", "-1", "EMAIL_PORT must be a whole number, and is '-1'."),
        ("DATABASE_URL", "mongo://x/y", "DATABASE_URL must look like postgres://"),
        ("DATABASE_URL", "nonsense", "DATABASE_URL must look like postgres://"),
        ("BASE_MAP_URL", "https://x.se/map", "BASE_MAP_URL must look like https://"),
        ("BASE_MAP_URL", "data:{z}/{x}/{y}", "BASE_MAP_URL must look like https://"),
    ],
)
def test_a_setting_that_cannot_be_meant_is_named(name, word, sentence, tmp_path):
    env = {**os.environ, "VAR_DIR": str(tmp_path), name: word}
    told = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=Path(__file__).parents[2],
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 1
    assert sentence in told.stderr
    assert "Traceback" not in told.stderr


def test_of_several_that_start_at_once_all_have_the_same_key(tmp_path, monkeypatch):
    monkeypatch.setattr(as_written, "VAR_DIR", tmp_path)
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: as_written._own_secret(), range(32)))
    assert len(keys) == 1
    assert len(keys.pop()) > 50
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("address", "hosts"),
    [
        ("", []),
        ("/tiles/{z}/{x}/{y}.png", []),
        ("https://maps.example.se/{z}/{x}/{y}.png?key=1", ["https://maps.example.se"]),
        ("https://{s}.maps.example.se/{z}/{x}/{y}.png", ["https://*.maps.example.se"]),
        ("http://127.0.0.1:9000/{z}/{x}/{y}", ["http://127.0.0.1:9000"]),
    ],
)
def test_the_base_map_is_fetched_from_its_own_host_alone(address, hosts):
    assert as_written._tile_hosts(address) == hosts
