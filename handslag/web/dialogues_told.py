"""The result of a dialogue in words, the same before it is released and afterwards."""

from dataclasses import dataclass

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from handslag.domain.dialogues.published import DialogueTold, dialogue_told_at
from handslag.domain.vocabulary.published import terms
from handslag.domain.vocabulary.rules import Kind as TermKind
from handslag.web.answers import capital
from handslag.web.words import dialogues as words
from handslag.web.words.text import Text


@dataclass(frozen=True, slots=True)
class ToldRows:
    """What `public/dialogues/_told.html` shows."""

    told: DialogueTold
    kind: Text
    sums: str
    themes: list[tuple[str, int]]
    profile: list[tuple[Text, list[tuple[str, int]]]]


def result_at(municipality: str, slug: str) -> ToldRows | None:
    """The result at this address, as far as anyone may read it. At most three queries."""
    told = dialogue_told_at(municipality, slug)
    return told_rows(told) if told else None


def told_rows(told: DialogueTold) -> ToldRows:
    """One query."""
    names = terms(TermKind.THEME, get_language() or "sv")
    return ToldRows(
        told=told,
        kind=words.KINDS[told.kind],
        sums=_sums(told),
        themes=[(capital(names.get(code, code)), n) for code, n in told.themes],
        profile=[
            (
                words.PARTS[part],
                [
                    (
                        _joined([words.group_name(part, key) for key in one.groups]),
                        one.people,
                    )
                    for one in groups
                ],
            )
            for part, groups in told.profile
        ],
    )


def _sums(told: DialogueTold) -> str:
    came = ngettext("%(n)s person came.", "%(n)s people came.", told.people)
    said = ngettext(
        "What they said was written down as %(n)s voice.",
        "What they said was written down as %(n)s voices.",
        told.voices,
    )
    return f"{came % {'n': told.people}} {said % {'n': told.voices}}"


def _joined(names: list[str]) -> str:
    if len(names) == 1:
        return names[0]
    first = ", ".join(names[:-1])
    return _("%(first)s and %(last)s together") % {"first": first, "last": names[-1]}
