"""Every approved text of a set beside its translation, as one form."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from django import forms
from django.forms import BoundField
from django.http import QueryDict
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from handslag.core.approvals.rules import fingerprint
from handslag.domain.promises import queries
from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.published import (
    ApprovedText,
    PublishedWording,
    TextKind,
    approved_texts,
    read,
)
from handslag.domain.promises.rules.translating import (
    LONGEST,
    Said,
    Step,
    TextStanding,
    tidy,
)

ENGLISH = "en"
ONE_LINE = 30  # a longer text does not fit on one line of a phone
NOT_TEXTS = frozenset({"csrfmiddlewaretoken", "revision", "holds", "stay"})

NAMES: Mapping[TextKind, str | Lazy] = {
    TextKind.NAME: gettext_lazy("Name of the set"),
    TextKind.LEAD: gettext_lazy("Introduction"),
    TextKind.PURPOSE: gettext_lazy("What it is for"),
    TextKind.HEADING: gettext_lazy("Heading"),
    TextKind.TEXT: gettext_lazy("The promise"),
    TextKind.PLACE: gettext_lazy("Place"),
    TextKind.WHEN: gettext_lazy("Time"),
    TextKind.CONDITION: gettext_lazy("The condition"),
    TextKind.ACTIVITY: gettext_lazy("Activity"),
    TextKind.ACTIVITY_PLACE: gettext_lazy("Place of the activity"),
    TextKind.ACTIVITY_WHEN: gettext_lazy("Time of the activity"),
    TextKind.UNIT: gettext_lazy("What is counted"),
    TextKind.PER: gettext_lazy("Per what"),
    TextKind.COUNTING_RULE: gettext_lazy("How it is counted"),
    TextKind.CLOCK_STARTS: gettext_lazy("When the clock starts"),
    TextKind.PRECONDITION: gettext_lazy("What must have happened first"),
    TextKind.NOTE: gettext_lazy("Note on the target"),
    TextKind.DIRECTION_WHY: gettext_lazy("Why more or less is good"),
    TextKind.GROUND: gettext_lazy("What it rests on"),
    TextKind.GROUND_PERIOD: gettext_lazy("Time of what it rests on"),
    TextKind.GROUND_PLACE: gettext_lazy("Place of what it rests on"),
    TextKind.FOLLOW_UP: gettext_lazy("How it is followed up"),
    TextKind.PLAN: gettext_lazy("Name of the follow-up"),
    TextKind.FUNCTION: gettext_lazy("Who follows up"),
    TextKind.DELEGATE: gettext_lazy("Who stands in"),
    TextKind.FORUM: gettext_lazy("Where it is reported"),
    TextKind.PERIOD: gettext_lazy("The period"),
    TextKind.DECIDED_BY: gettext_lazy("Decided by"),
    TextKind.SIGNED: gettext_lazy("Signed"),
    TextKind.AGREEMENT: gettext_lazy("Agreement"),
    TextKind.LINEAGE_WHY: gettext_lazy("Why it changed since the set before"),
    TextKind.AMENDMENT: gettext_lazy("Why the text was changed"),
    TextKind.ATTACHMENT: gettext_lazy("Title of a file"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One approved text, and what is kept of its translation."""

    text: ApprovedText
    stands: TextStanding
    label: str  # tells it from every other field on the page
    before: str = ""  # the Swedish words that a translation of before says

    @property
    def name(self) -> str | Lazy:
        return NAMES[self.text.kind]

    @property
    def is_changed(self) -> bool:
        return bool(self.stands.text) and not self.stands.is_current


@dataclass(frozen=True, slots=True)
class Sheet:
    """All texts of a set, in reading order."""

    wording: PublishedWording
    lines: tuple[Line, ...]

    @property
    def done(self) -> int:
        return sum(line.stands.is_current for line in self.lines)

    @property
    def counts(self) -> dict[str, int]:
        return {"done": self.done, "all": len(self.lines)}

    @property
    def seen(self) -> dict[str, str]:
        """What someone who reads the page now has before them, text by text."""
        return {line.text.key: line.stands.seen for line in self.lines}


def sheet_of(set_: PromiseSet) -> Sheet:
    """The texts of the version that is public, with what is kept of their translations."""
    version = set_.version
    assert version is not None  # noqa: S101 - asked by the view
    wording = read(version.content)
    texts = approved_texts(wording)
    stands = queries.texts_standing(
        version, ENGLISH, {one.key: one.swedish for one in texts}
    )
    changed = {one.of for one in stands.values() if one.text and not one.is_current}
    before = _swedish_of(changed, set_) if changed else {}
    numbers = {promise.id: promise.nr for promise in wording.promises}
    lines = [
        Line(
            text=one,
            stands=stands[one.key],
            label=_label(one, numbers.get(one.promise)),
            before=before.get(stands[one.key].of, ""),
        )
        for one in texts
    ]
    return Sheet(wording, tuple(lines))


def how_far(set_: PromiseSet) -> str:
    """ "7 av 24 texter" for the way here; nothing where there is nothing to translate."""
    if not queries.may_be_translated(set_):
        return ""
    return _("%(done)s of %(all)s texts") % sheet_of(set_).counts


def _swedish_of(wanted: set[str], set_: PromiseSet) -> dict[str, str]:
    """The Swedish words behind these fingerprints, in the versions of before."""
    found: dict[str, str] = {}
    for content in queries.earlier_contents(set_):
        for one in approved_texts(read(content)):
            mark = fingerprint(one.swedish)
            if mark in wanted:
                found.setdefault(mark, one.swedish)
    return found


def _label(text: ApprovedText, nr: int | None) -> str:
    name = NAMES[text.kind]
    return f"{name} ({nr})" if nr else str(name)


class EnglishForm(forms.Form):
    """A field for each text. `revision`: what its writer had before them, text by text."""

    revision = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, sheet: Sheet, typed: Mapping[str, str] | None = None) -> None:
        stored = {line.text.key: line.stands.text for line in sheet.lines}
        shown = {**stored, "revision": json.dumps(sheet.seen)}
        known = {key: text for key, text in (typed or {}).items() if key in stored}
        super().__init__({**shown, **known} if typed is not None else None, initial=shown)
        for line in sheet.lines:
            self.fields[line.text.key] = _field(line)


def _field(line: Line) -> forms.CharField:
    attrs = {"lang": ENGLISH, "autocomplete": "off"}
    swedish = line.text.swedish
    short = len(swedish) <= ONE_LINE and "\n" not in swedish + line.stands.text
    several = forms.Textarea(attrs={**attrs, "rows": 2})
    return forms.CharField(
        label=line.label,
        required=False,
        help_text=swedish,  # read aloud with the field
        widget=forms.TextInput(attrs=attrs) if short else several,
    )


def sent(post: QueryDict) -> dict[str, Said]:
    """Each text as it was sent in, with what its writer had before them."""
    seen = _seen(post)
    holds = frozenset(post.getlist("holds"))
    return {
        key: Said(tidy(str(post[key])), seen=seen.get(key, ""), holds=key in holds)
        for key in post
        if key not in NOT_TEXTS
    }


def _seen(post: QueryDict) -> dict[str, str]:
    try:
        found = json.loads(post.get("revision", ""))
    except ValueError:
        return {}
    return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}


def next_seen(sheet: Sheet, texts: Mapping[str, Said]) -> str:
    """What the page in the browser goes on from: only what it shows itself is news."""
    stands = {line.text.key: line.stands for line in sheet.lines}
    return json.dumps(
        {
            key: stands[key].seen
            if key in stands and said.text == stands[key].text
            else said.seen
            for key, said in texts.items()
        }
    )


@dataclass(frozen=True, slots=True)
class Row:
    """A line on the page, with its field and what became of what was typed in it."""

    line: Line
    field: BoundField
    theirs: str | None = None  # what somebody else made of it meanwhile


@dataclass(frozen=True, slots=True)
class Group:
    """The texts of one promise, or of the set itself."""

    key: str
    nr: int | None
    title: str
    rows: tuple[Row, ...]

    @property
    def counts(self) -> dict[str, int]:
        done = sum(row.line.stands.is_current for row in self.rows)
        return {"done": done, "all": len(self.rows)}


def groups_of(
    sheet: Sheet, form: EnglishForm, steps: Mapping[str, Step]
) -> Iterable[Group]:
    """The texts promise by promise; those of the set come before and after."""
    promises = {promise.id: promise for promise in sheet.wording.promises}
    runs = groupby(sheet.lines, key=lambda line: line.text.promise)
    for at, (key, lines) in enumerate(runs):
        promise = promises.get(key)
        yield Group(
            key=f"del-{at}",
            nr=promise.nr if promise else None,
            title=promise.title
            if promise
            else _("Follow-up and decision")
            if at
            else _("The set as a whole"),
            rows=tuple(_row(line, form, steps) for line in lines),
        )


def _row(line: Line, form: EnglishForm, steps: Mapping[str, Step]) -> Row:
    key = line.text.key
    overtaken = steps.get(key) is Step.OVERTAKEN
    return Row(line, form[key], line.stands.text if overtaken else None)


def too_long(text: str) -> str:
    return _("Write at most %(most)s characters. There are %(count)s now.") % {
        "most": LONGEST,
        "count": len(text),
    }
