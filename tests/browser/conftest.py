"""Whole journeys in a real browser.

`page` is a browser window at the front page's address; `sound` looks at an
address narrow and wide, light and dark, and says what is wrong with it; `faults`
does so with the page as it stands, after somebody has filled in a form.
"""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.contrib.auth import (
    BACKEND_SESSION_KEY,
    HASH_SESSION_KEY,
    SESSION_KEY,
)
from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone
from playwright.sync_api import Browser, Page, sync_playwright

from handslag.core.access import Actor
from handslag.core.accounts.models import Person
from tests import demonstration
from tests.browser import demo

# Playwright keeps a loop running in this thread, and Django would refuse to ask
# its database beside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-first-run", "--disable-quic"),
)
# The first is the same engine without a browser's own windows and menus, which were half
# a second of the processors for each context.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
HEIGHT = 900
PHONE = {"width": 390, "height": 844}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ALL_RULES = {"type": "tag", "values": RULES}
# Where there is room for least: what is too near, and what has no name of what a narrow
# window alone shows.
NARROW_RULES = {
    "type": "rule",
    "values": [
        *("color-contrast", "link-in-text-block", "target-size"),
        *("scrollable-region-focusable", "aria-hidden-focus", "summary-name"),
        *("button-name", "link-name", "label", "select-name", "image-alt"),
    ],
}
# In the dark nothing but the colours is another.
DARK_RULES = {"type": "rule", "values": ["color-contrast"]}
# In this order, or backwards: the window is seldom drawn anew.
Looks = tuple[tuple[int, str, dict[str, Any]], ...]
LOOKS: Looks = (
    (320, "light", NARROW_RULES),
    (320, "dark", DARK_RULES),
    (1280, "dark", DARK_RULES),
    (1280, "light", ALL_RULES),
)
# Among hundreds of pages each is looked at narrow and wide, light and dark, but not in
# every pair of them: what two of these see is all, and the next page gets the other two.
IN_TURN: tuple[Looks, Looks] = (
    ((320, "dark", NARROW_RULES), (1280, "light", ALL_RULES)),
    ((320, "light", NARROW_RULES), (1280, "dark", ALL_RULES)),
)
AXE = (files("axe_playwright_python") / "axe.min.js").read_text()
AXE_RUN = Path(__file__).with_name("faults.js").read_text()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    where = next(path for name in NAMES if (path := shutil.which(name)))
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=where, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture(autouse=True)
def _plain_files(settings) -> None:
    """The style sheets as they lie in the source, not as some earlier start packed them."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complains of. A journey that provokes it on purpose clears it."""
    return []


@pytest.fixture
def page(browser: Browser, live_server, complaints: list[str]) -> Iterator[Page]:
    """A window. Whatever the browser complains of (a blocked script, a broken
    address of a style sheet) fails the test when it ends."""
    window_size = {"width": max(LOOKS)[0], "height": HEIGHT}
    context = browser.new_context(
        base_url=live_server.url,
        locale="sv-SE",
        viewport=window_size,  # type: ignore[arg-type]
    )
    context.set_default_timeout(10_000)
    window = context.new_page()
    window.add_init_script(AXE)
    window.on("pageerror", lambda error: complaints.append(str(error)))
    window.on(
        "console",
        lambda said: complaints.append(said.text) if said.type == "error" else None,
    )
    yield window
    context.close()
    # A page that is refused on purpose is also written in the console.
    assert [said for said in complaints if "status of 4" not in said] == []


@pytest.fixture
def phone(browser: Browser, live_server) -> Iterator[Callable[[], Page]]:
    """Another person's phone each time it is asked for. It runs no JavaScript."""
    opened = []

    def another() -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            java_script_enabled=False,
            viewport=PHONE,  # type: ignore[arg-type]
        )
        context.set_default_timeout(10_000)
        opened.append(context)
        return context.new_page()

    yield another
    for context in opened:
        context.close()


@pytest.fixture
def sign_in(live_server) -> Callable[[Page, Actor], None]:
    """Let someone of the cast be signed in in this window."""

    def signed_in(page: Page, actor: Actor) -> None:
        assert actor.person_id is not None
        person = Person.objects.get(pk=actor.person_id)
        session = SessionStore()
        session[SESSION_KEY] = str(person.pk)
        session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
        session[HASH_SESSION_KEY] = person.get_session_auth_hash()
        session.save()
        cookie = {
            "name": django_settings.SESSION_COOKIE_NAME,
            "value": str(session.session_key),
            "domain": live_server.thread.host,
            "path": django_settings.SESSION_COOKIE_PATH,
        }
        page.context.add_cookies([cookie])  # type: ignore[list-item]

    return signed_in


@pytest.fixture(scope="session")
def good(tmp_path_factory, request) -> Path:
    """Ways of drawing a word whose contrast axe has found good, on any page of this run.

    What one process has seen the other need not look at.
    """
    folder: Path = tmp_path_factory.getbasetemp()
    # Under xdist each process has a folder of its own within that of the run.
    run = folder.parent if hasattr(request.config, "workerinput") else folder
    kept = run / "good"
    kept.touch()
    return kept


@pytest.fixture
def seen(good: Path) -> Callable[[Page, dict[str, Any]], dict[str, Any]]:
    """What is seen of the page as it stands now: what axe finds, and what is too wide."""

    def look(page: Page, rules: dict[str, Any]) -> dict[str, Any]:
        asked = {"rules": rules, "known": good.read_text()}
        found: dict[str, Any] | None = page.evaluate(AXE_RUN, asked)
        if found is None:  # a page that was not gone to, but written
            page.evaluate(AXE)
            found = page.evaluate(AXE_RUN, asked)
        assert found
        if found["good"]:
            with good.open("a") as kept:
                kept.write(f" {found['good']} ")
        return found

    return look


@pytest.fixture
def axe(seen: Callable[[Page, dict[str, Any]], dict[str, Any]]) -> Callable[..., list[str]]:
    """What axe finds on the page as it stands now: one line for each fault."""
    return lambda page, only=ALL_RULES: list(seen(page, only)["faults"])


def _width(page: Page) -> int:
    return page.viewport_size["width"] if page.viewport_size else 0


@pytest.fixture
def faults(
    seen: Callable[[Page, dict[str, Any]], dict[str, Any]],
) -> Callable[..., list[str]]:
    """What is wrong with the page as it stands: faults of axe, words outside the screen.

    The page is not asked for again: only the window and the colours change.
    """

    def found(page: Page, state: str, looks: Looks = LOOKS) -> list[str]:
        every = []
        for width, scheme, rules in looks if _width(page) == looks[0][0] else looks[::-1]:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            if _width(page) != width:
                page.set_viewport_size({"width": width, "height": HEIGHT})
            where, found = f"{state} {width} {scheme}", seen(page, rules)
            every += [f"{where}: {fault}" for fault in found["faults"]]
            every += [f"{where}: too wide: {one}" for one in found["wide"]]
        return every

    return found


@pytest.fixture
def sound(faults: Callable[..., list[str]]) -> Callable[..., list[str]]:
    """What is wrong with the page at an address, which answers with this status.

    `assert sound(page, "/lundby/") == []`
    """

    def look(
        page: Page, address: str, status: int = 200, looks: Looks = LOOKS
    ) -> list[str]:
        answer = page.goto(address)
        said = answer.status if answer else None
        other = [] if said == status else [f"{address}: answers {said}, not {status}"]
        return other + faults(page, address, looks)

    return look


@pytest.fixture
def all_sound(sound: Callable[..., list[str]]) -> Callable[..., list[str]]:
    """What is wrong with the pages at many addresses, in turn as `IN_TURN` says."""

    def look(page: Page, addresses: Iterable[str], status: int = 200) -> list[str]:
        turns = zip(addresses, cycle(IN_TURN), strict=False)
        return [fault for one, looks in turns for fault in sound(page, one, status, looks)]

    return look


@pytest.fixture(scope="session")
def kept(tmp_path_factory) -> demo.Kept:
    return demo.Kept(tmp_path_factory.mktemp("told"))


@pytest.fixture
def words(transactional_db, settings, monkeypatch, kept: demo.Kept) -> dict[str, str]:
    """The demonstration is told, and it is the day on which it ends. What stands for
    its things in addresses."""
    settings.DEMO = True
    monkeypatch.setattr(timezone, "now", lambda: demonstration.NOW)
    words = kept.put_back()
    settings.STORAGES = demonstration.files_in(kept.folder)
    return words
