"""The sentence a page begins with: the visitor's question, answered."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from handslag.domain.promises.rules.verdicts import GOOD, Tally
from handslag.domain.promises.rules.words import Change, Verdict
from handslag.web.ui import numbers
from handslag.web.ui.templatetags.ui import swedish_date


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the sentence. `tone`: strong, missing (dotted) or plain."""

    text: str
    tone: str = "plain"


@dataclass(frozen=True, slots=True)
class Answer:
    """Two sentences: how many promises, and what became of them."""

    opening: str
    parts: tuple[Part, ...]
    closing: str = ""

    @property
    def text(self) -> str:
        """The whole answer as plain text, for feeds and previews."""
        said = joined([part.text for part in self.parts])
        return " ".join(
            one for one in (self.opening, said and f"{said}.", self.closing) if one
        )


def how_it_stands(tally: Tally, period: str, *, starts: date | None = None) -> Answer:
    """ "Fyra löften för 2026. Två är hållna, ett pågår och ett är inte redovisat än."

    `starts`: the first day, said when none of the promises has begun to hold.
    """
    count = tally.total
    opening = _opening(count, period)
    if not count:
        return Answer(opening, ())
    if tally.of(Verdict.NOT_BEGUN) == count:
        return Answer(capital(opening), (), _begins(count, starts))
    return what_became(tally, capital(opening))


def _opening(count: int, period: str) -> str:
    """ "Fyra löften för 2026." A year follows "for"; other words stand by themselves."""
    facts = {"count": number(count), "period": period}
    if period in ("", _("without a stated period")):
        none = _("No promises are written out for an unstated period.")
        some = ngettext(
            "%(count)s promise for an unstated period.",
            "%(count)s promises for an unstated period.",
            count,
        )
    elif period[:1].isdigit():
        none = _("No promises are written out for %(period)s.")
        some = ngettext(
            "%(count)s promise for %(period)s.", "%(count)s promises for %(period)s.", count
        )
    else:
        none = _("No promises are written out, %(period)s.")
        some = ngettext(
            "%(count)s promise, %(period)s.", "%(count)s promises, %(period)s.", count
        )
    return (some if count else none) % facts


def _begins(count: int, starts: date | None) -> str:
    if starts is None:
        return ngettext("It has not begun yet.", "They have not begun yet.", count)
    return ngettext("It begins on %(day)s.", "They begin on %(day)s.", count) % {
        "day": swedish_date(starts)
    }


def what_became(tally: Tally, opening: str) -> Answer:
    """What became of some promises, after a first sentence that says which they are."""
    unknown = tally.of(Verdict.UNKNOWN)
    if unknown == tally.total:
        silent = _("The source says nothing about how it went.")
        return Answer(opening, (), silent if unknown else "")
    parts = _said(tally)
    if parts:
        parts[0] = Part(capital(parts[0].text), parts[0].tone)
    return Answer(opening, tuple(parts), _silence(unknown))


def _silence(unknown: int) -> str:
    if not unknown:
        return ""
    return ngettext(
        "About %(count)s the source says nothing.",
        "About %(count)s the source says nothing.",
        unknown,
    ) % {"count": number(unknown)}


# What became of them, good news first, what is missing last: verdicts, tone, sentence.
_SENTENCES: tuple[tuple[Collection[Verdict], str, Callable[[int], str]], ...] = (
    (GOOD, "strong", lambda n: ngettext("%(n)s is kept", "%(n)s are kept", n)),
    (
        {Verdict.WITH_RESERVATION},
        "plain",
        lambda n: ngettext(
            "%(n)s is kept with a reservation", "%(n)s are kept with a reservation", n
        ),
    ),
    (
        {Verdict.PARTLY},
        "plain",
        lambda n: ngettext("%(n)s is partly kept", "%(n)s are partly kept", n),
    ),
    (
        {Verdict.ONGOING},
        "plain",
        lambda n: ngettext("%(n)s is under way", "%(n)s are under way", n),
    ),
    (
        {Verdict.POSTPONED, Verdict.NOT_TRIGGERED},
        "plain",
        lambda n: ngettext("%(n)s is waiting", "%(n)s are waiting", n),
    ),
    (
        {Verdict.NOT_BEGUN},
        "plain",
        lambda n: ngettext("%(n)s has not begun", "%(n)s have not begun", n),
    ),
    (
        {Verdict.CANCELLED},
        "plain",
        lambda n: ngettext("%(n)s is cancelled", "%(n)s are cancelled", n),
    ),
    (
        {Verdict.NOT_KEPT},
        "strong",
        lambda n: ngettext("%(n)s is not kept", "%(n)s are not kept", n),
    ),
    (
        {Verdict.DISPUTED},
        "plain",
        lambda n: ngettext("the parties differ on %(n)s", "the parties differ on %(n)s", n),
    ),
    (
        {Verdict.NOT_REPORTED},
        "missing",
        lambda n: ngettext("%(n)s is not reported yet", "%(n)s are not reported yet", n),
    ),
)


def _said(tally: Tally) -> list[Part]:
    """One part for each thing that became of any promise."""
    counted = [
        (tally.of(*verdicts), tone, sentence) for verdicts, tone, sentence in _SENTENCES
    ]
    return [
        Part(sentence(count) % {"n": number(count)}, tone)
        for count, tone, sentence in counted
        if count
    ]


def since_last_time(changes: Iterable[str]) -> str:
    """ "Två är kvar, ett är ändrat, ett är nytt och ett är borttaget." """
    counts = Counter(Change(one) for one in changes)
    kept, changed = counts[Change.KEPT], counts[Change.CHANGED]
    new, dropped = counts[Change.NEW], counts[Change.DROPPED]
    sentences = (
        (ngettext("%(n)s is kept on", "%(n)s are kept on", kept), kept),
        (ngettext("%(n)s is changed", "%(n)s are changed", changed), changed),
        (ngettext("%(n)s is new", "%(n)s are new", new), new),
        (ngettext("%(n)s is dropped", "%(n)s are dropped", dropped), dropped),
    )
    said = joined([words % {"n": number(count)} for words, count in sentences if count])
    return f"{capital(said)}." if said else ""


def joined(parts: Sequence[str]) -> str:
    """ "a, b och c" """
    if len(parts) < 2:  # noqa: PLR2004
        return "".join(parts)
    return _("%(all_but_last)s and %(last)s") % {
        "all_but_last": ", ".join(parts[:-1]),
        "last": parts[-1],
    }


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def number(count: int) -> str:
    """A small number as a word, as one writes it in a sentence: "fyra", but "14"."""
    words = (
        _("none"),
        _("one"),
        _("two"),
        _("three"),
        _("four"),
        _("five"),
        _("six"),
        _("seven"),
        _("eight"),
        _("nine"),
        _("ten"),
        _("eleven"),
        _("twelve"),
    )
    if count < len(words):
        return words[count]
    return numbers.number(count, language=(get_language() or "sv")[:2])
