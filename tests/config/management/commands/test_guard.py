"""`manage.py guard`: lines in, arrays out."""

import json

from django.conf import settings

from handslag.config.management.commands.guard import answers, for_browsers


def test_each_line_gets_one_array_and_an_empty_or_clean_one_gets_none():
    lines = ["Ring 070-174 06 05\n", "\n", "Trasig lampa\r\n", "Å\u2028070-174 06 05"]
    first, empty, clean, last = map(json.loads, answers(lines))
    assert first == [{"start": 5, "end": 18, "kind": "phone", "certain": True}]
    assert (empty, clean) == ([], [])
    assert last[0]["start"] == 2


def test_nothing_is_read_ahead_of_what_is_answered():
    """So that a million lines cost no more memory than one."""
    lines = iter(["Trasig lampa\n"] * 3)
    answered = answers(lines)
    next(answered)
    next(answered)
    assert list(lines) == ["Trasig lampa\n"]


def test_the_browser_looks_for_the_same_forms():
    """`manage.py guard --browser > handslag/web/ui/static/ui/guard.json` after a change."""
    file = settings.BASE_DIR / "handslag" / "web" / "ui" / "static" / "ui" / "guard.json"
    assert file.read_text("utf-8").strip() == for_browsers()
