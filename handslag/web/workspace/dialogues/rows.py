"""A dialogue in words: its meetings, its scripts, what was said, who came."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from handslag.domain.dialogues import queries
from handslag.domain.dialogues.models import Dialogue
from handslag.domain.dialogues.notices import when
from handslag.domain.dialogues.rules import SCRIPTS, Part, Script, minutes_of
from handslag.domain.vocabulary.published import terms
from handslag.domain.vocabulary.rules import Kind as TermKind
from handslag.web.words import dialogues as words
from handslag.web.words.text import Text


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """When and where one meets, and how many come."""

    key: UUID
    when: str
    where: str
    script: Text
    places: str


def meeting_rows(dialogue: Dialogue) -> list[MeetingRow]:
    """One query."""
    return [
        MeetingRow(
            one.public_id,
            when(one),
            one.where,
            words.SCRIPTS[Script(one.script)] if one.script else "",
            _places(one.slots, vars(one)["taken"]),
        )
        for one in queries.meetings_of(dialogue)
    ]


def _places(slots: int | None, taken: int) -> str:
    if slots is None:
        return _("One just comes.")
    return ngettext(
        "%(taken)s of %(n)s place is taken.", "%(taken)s of %(n)s places are taken.", slots
    ) % {"taken": taken, "n": slots}


@dataclass(frozen=True, slots=True)
class ScriptRow:
    """One of the two meetings with staff, step by step."""

    code: str
    name: Text
    minutes: int
    steps: list[tuple[Text, Text, int]]


def script_rows() -> list[ScriptRow]:
    """Asks nothing."""
    return [
        ScriptRow(
            script.value,
            words.SCRIPTS[script],
            minutes_of(script),
            [(*words.STEPS[script, one.code], one.minutes) for one in steps],
        )
        for script, steps in SCRIPTS.items()
    ]


@dataclass(frozen=True, slots=True)
class ThemeRow:
    """A theme, how many voices are about it, and whether everyone may read of it."""

    name: str
    voices: int
    is_public: bool


def theme_rows(dialogue: Dialogue) -> list[ThemeRow]:
    """Two queries."""
    names = terms(TermKind.THEME, get_language() or "sv")
    return [
        ThemeRow(names.get(code, code), n, n >= dialogue.least)
        for code, n in queries.themes_of(dialogue).items()
    ]


def profile_rows(
    profile: Mapping[Part, Mapping[str, int]],
) -> list[tuple[Text, list[tuple[str, int]]]]:
    """By part, each group in words and how many."""
    return [
        (words.PARTS[part], [(words.group_name(part, one), n) for one, n in groups.items()])
        for part, groups in profile.items()
    ]
