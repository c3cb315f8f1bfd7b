"""Every approved text of a thing beside its translation, as one form."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django import forms
from django.forms import BoundField
from django.http import QueryDict
from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext as _

from handslag.core.approvals.models import Version
from handslag.core.approvals.rules import fingerprint
from handslag.core.approvals.rules.translating import (
    LONGEST,
    Said,
    Step,
    TextStanding,
    tidy,
)
from handslag.core.approvals.translations import (
    ApprovedText,
    earlier_contents,
    texts_standing,
)

ENGLISH = "en"
ONE_LINE = 30  # a longer text does not fit on one line of a phone
NOT_TEXTS = frozenset({"csrfmiddlewaretoken", "revision", "holds", "stay"})

Name = str | Lazy


@dataclass(frozen=True, slots=True)
class Source:
    """The texts of one version: what each is called, and which part it belongs to.

    `parts`: by public id, the number and title of each; `whole` stands before them
    and `rest` after, as headings of what belongs to none.
    """

    version: Version
    approved: Callable[[str], Sequence[ApprovedText]]
    names: Mapping[Any, Name]
    parts: Mapping[str, tuple[int | None, str]]
    whole: str
    rest: str


@dataclass(frozen=True, slots=True)
class Line:
    """One approved text, and what is kept of its translation."""

    text: ApprovedText
    stands: TextStanding
    name: Name
    label: str  # tells it from every other field on the page
    before: str = ""  # the Swedish words that a translation of before says

    @property
    def is_changed(self) -> bool:
        return bool(self.stands.text) and not self.stands.is_current


@dataclass(frozen=True, slots=True)
class Sheet:
    """All texts of a version, in reading order."""

    source: Source
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


def sheet_of(source: Source) -> Sheet:
    """The texts of a version, with what is kept of their translations."""
    texts = source.approved(source.version.content)
    stands = texts_standing(
        source.version, ENGLISH, {one.key: one.swedish for one in texts}
    )
    changed = {one.of for one in stands.values() if one.text and not one.is_current}
    before = _swedish_of(changed, source) if changed else {}
    lines = [
        Line(
            text=one,
            stands=stands[one.key],
            name=source.names[one.kind],
            label=_label(one, source),
            before=before.get(stands[one.key].of, ""),
        )
        for one in texts
    ]
    return Sheet(source, tuple(lines))


def how_far(source: Source) -> str:
    """ "7 av 24 texter", for the way to the page."""
    return _("%(done)s of %(all)s texts") % sheet_of(source).counts


def _swedish_of(wanted: set[str], source: Source) -> dict[str, str]:
    """The Swedish words behind these fingerprints, in the versions of before."""
    found: dict[str, str] = {}
    for content in earlier_contents(source.version):
        for one in source.approved(content):
            mark = fingerprint(one.swedish)
            if mark in wanted:
                found.setdefault(mark, one.swedish)
    return found


def _label(text: ApprovedText, source: Source) -> str:
    nr, title = source.parts.get(text.part, (None, ""))
    about = str(nr) if nr else title
    return f"{source.names[text.kind]} ({about})" if about else str(source.names[text.kind])


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
    """The texts of one part, or of the whole."""

    key: str
    nr: int | None
    title: str
    is_swedish: bool
    rows: tuple[Row, ...]

    @property
    def counts(self) -> dict[str, int]:
        done = sum(row.line.stands.is_current for row in self.rows)
        return {"done": done, "all": len(self.rows)}


def groups_of(
    sheet: Sheet, form: EnglishForm, steps: Mapping[str, Step]
) -> Iterable[Group]:
    """The texts part by part; those of the whole come before and after."""
    source = sheet.source
    runs = groupby(sheet.lines, key=lambda line: line.text.part)
    for at, (key, lines) in enumerate(runs):
        nr, title = source.parts.get(key, (None, source.rest if at else source.whole))
        yield Group(
            key=f"del-{at}",
            nr=nr,
            title=title,
            is_swedish=key in source.parts,
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
