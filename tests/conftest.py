"""The cast: who plays in every test. Name them as arguments and they exist."""

import atexit
import gc
import shutil
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

import hypothesis
import pytest
from django.conf import settings
from django.db import connection
from django.utils.translation.reloader import translation_file_changed

from handslag.config import translations
from handslag.core.access import ANYONE, Actor, Role
from handslag.domain.organisations.models import Organisation
from handslag.domain.promises import services
from handslag.domain.promises.models import PromiseSet
from handslag.web.public import cached
from tests import copies, make, triggers


def pytest_configure(config: pytest.Config) -> None:
    """What a run of the suite needs and an installation does differently."""
    triggers.empty_what_is_filled()
    _a_folder_of_its_own()
    if not hasattr(config, "workerinput"):
        for compiled in translations.compile_all(settings.BASE_DIR / "handslag" / "locale"):
            # Django read the old words while it started.
            translation_file_changed(sender=None, file_path=compiled)
    settings.STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
    }
    # Argon2 is slow on purpose; the suite signs in thousands of times.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first, so that no process waits at the end for another's."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_collection_finish() -> None:
    """What is loaded now stays: the collector need not look through it again, nor often."""
    gc.collect()
    gc.freeze()
    # Thawed at the end: DuckDB complains aloud of what is left when the process ends.
    atexit.register(gc.unfreeze)
    gc.set_threshold(100_000, 20, 50)


# How long one case takes says more of the machine than of the code.
hypothesis.settings.register_profile("handslag", deadline=None, max_examples=60)
# Now and then: `make test ARGS="--hypothesis-profile=thorough tests/statistics"`.
hypothesis.settings.register_profile("thorough", deadline=None, max_examples=1000)
hypothesis.settings.load_profile("handslag")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix) -> None:
    """The database of each process is a copy: no process runs the migrations by itself."""
    copies.instead_of_migrating(connection)


@pytest.fixture(autouse=True)
def _no_page_kept() -> None:
    """Each test has a database of its own, so no page of another test may be shown."""
    cached.clear()


def _a_folder_of_its_own() -> None:
    """What one process stores is not another's to take away, nor an installation's."""
    folder = Path(tempfile.mkdtemp(prefix="handslag-test-"))
    # Not the cleanup of pytest: its workers end without it.
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    settings.FILES_DIR, settings.SEALING_DIR = folder / "files", folder / "sealing"
    settings.POINTS_DIR = folder / "points"
    settings.STORAGES["default"]["OPTIONS"]["location"] = settings.FILES_DIR
    if settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        # SQLite in memory locks tables, not the file: two writers would test nothing.
        settings.DATABASES["default"].setdefault("TEST", {})
        settings.DATABASES["default"]["TEST"]["NAME"] = f"{folder}/test.sqlite3"


@pytest.fixture
def today() -> date:
    return date(2026, 3, 2)


@pytest.fixture
def now() -> datetime:
    """Ten in the morning in Stockholm, on `today`."""
    return datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def municipality(db) -> Organisation:
    return make.municipality("Lundby kommun")


@pytest.fixture
def police(municipality) -> Organisation:
    """The police district that serves the municipality."""
    return make.police_district("Lokalpolisområde Lundby", serving=municipality)


@pytest.fixture
def coordinator(municipality) -> Actor:
    return make.member(municipality, Role.COORDINATOR)


@pytest.fixture
def liaison_officer(police) -> Actor:
    return make.member(police, Role.LIAISON_OFFICER)


@pytest.fixture
def municipal_approver(municipality) -> Actor:
    return make.member(municipality, Role.APPROVER)


@pytest.fixture
def police_approver(police) -> Actor:
    return make.member(police, Role.APPROVER)


@pytest.fixture
def reader(municipality) -> Actor:
    return make.member(municipality, Role.READER)


@pytest.fixture
def administrator(municipality) -> Actor:
    return make.member(municipality, Role.ADMINISTRATOR)


@pytest.fixture
def elsewhere(db) -> Actor:
    """The coordinator of another municipality."""
    return make.member(make.municipality("Sjövik kommun"), Role.COORDINATOR)


@pytest.fixture
def stranger() -> Actor:
    return ANYONE


@pytest.fixture
def draft(coordinator, municipality, police) -> PromiseSet:
    """A set for 2026 with one promise, ready to be put to both parties."""
    set_ = make.promise_set(coordinator, municipality, police)
    services.add_promise(coordinator, set_, make.promise_draft(municipality))
    return set_


@pytest.fixture
def published(
    draft, coordinator, municipal_approver, police_approver, municipality, police
):
    """The same set, approved by both parties."""
    make.publish(
        draft, coordinator, (municipal_approver, municipality), (police_approver, police)
    )
    return draft
