"""Löftesbanken: all promises of the country, so that one can borrow what worked."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from handslag.domain.organisations.published import SIZE_NAMES
from handslag.domain.organisations.rules import Size
from handslag.domain.promises.published.bank import (
    BankHit,
    BankPage,
    Wish,
    look,
)
from handslag.domain.promises.published.places import county_names
from handslag.domain.promises.rules.targets import WHOLE_PERIOD
from handslag.domain.promises.rules.words import Verdict
from handslag.domain.vocabulary.published import terms_of
from handslag.domain.vocabulary.rules import Kind
from handslag.web import targets
from handslag.web.answers import Answer, capital, number, what_became
from handslag.web.public import wishes
from handslag.web.public.cached import cached, of_the_country
from handslag.web.public.rows import NO_WORDS, RATED
from handslag.web.public.spoken import answer_html, spoken_period, with_swedish
from handslag.web.requests import SiteRequest
from handslag.web.ui.marks import VERDICTS
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.promises import OPERATORS

Names = Mapping[str, str]

OWNERS = {
    "municipality": gettext_lazy("The municipality"),
    "police": gettext_lazy("The police"),
    "together": gettext_lazy("The municipality and the police"),
}

CSV = "/api/v1/promises.csv"
# The same filters in the words of the open data.
IN_THE_API = {
    "words": "q",
    "focus": "focus",
    "activity": "activity",
    "op": "target",
    "verdict": "verdict",
    "size": "size",
    "county": "county",
}


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a filter, and how many promises it would leave."""

    value: str
    text: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter of the form."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Something that is asked for, and the address without it."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Line:
    """One promise as it stands in the list. `target`: what it is held against."""

    hit: BankHit
    href: str
    owner: str
    period: SafeString
    target: SafeString
    done: str
    begins: str


@require_safe
@cached(of_the_country, query=wishes.QUERY)
def bank(request: SiteRequest) -> HttpResponse:
    """What answers the wish, twenty at a time."""
    wish = wishes.read(request.GET)
    found = look(wish)
    names = filter_names()
    query, said = wishes.said(wish), answer(found, wish)
    return render(
        request,
        "public/site/bank.html",
        {
            "wish": wish,
            "page": found,
            "said": answer_html(said),
            "description": said.text,
            "filters": tuple(_filters(wish, found, names)),
            "chosen": tuple(_chosen(wish, names)),
            "lines": lines(found.hits),
            "previous": _page(query, wish.page - 1) if wish.page > 1 else "",
            "next": _page(query, wish.page + 1) if wish.page < found.pages else "",
            "csv": f"{CSV}?{wishes.said(wish, IN_THE_API)}",
            "has_summary": any(hit.origin != "decided" for hit in found.hits),
            "may_be_indexed": not query and all(hit.may_be_indexed for hit in found.hits),
        },
    )


def filter_names() -> Mapping[str, tuple[str, Names]]:
    """Each filter: what it is called, and its choices in order. Two queries."""
    words = terms_of(Kind.FOCUS, Kind.ACTIVITY, language=get_language() or "sv")
    return {
        "focus": (_("Focus area"), words[Kind.FOCUS]),
        "activity": (_("What is done"), words[Kind.ACTIVITY]),
        "op": (_("Kind of target"), {code: str(word) for code, word in OPERATORS.items()}),
        "verdict": (
            _("What became of it"),
            {code: str(shown.word) for code, shown in VERDICTS.items()},
        ),
        "size": (_("Size of municipality"), {s: str(SIZE_NAMES[s]) for s in Size}),
        "county": (_("County"), county_names()),
    }


def _filters(
    wish: Wish, found: BankPage, names: Mapping[str, tuple[str, Names]]
) -> Iterator[Filter]:
    for name, (label, words) in names.items():
        counts = found.counts.get(name, {})
        chosen = getattr(wish, name)
        known = {**words, **{code: code for code in counts if code not in words}}
        yield Filter(
            wishes.NAMES[name],
            label,
            tuple(
                Option(code, _with_count(capital(word), counts.get(code)), code == chosen)
                for code, word in known.items()
                if not found.counts or counts.get(code) or code == chosen
            ),
        )


def _with_count(word: str, count: int | None) -> str:
    return word if count is None else f"{word} ({count})"


def _chosen(wish: Wish, names: Mapping[str, tuple[str, Names]]) -> Iterator[Chosen]:
    """What is asked for, each with the address of the same question without it."""
    if wish.words:
        yield Chosen(f"”{wish.words}”", f"?{wishes.without(wish, 'words')}")
    for name, value in wish.chosen.items():
        word = names[name][1].get(value, value)
        yield Chosen(capital(word), f"?{wishes.without(wish, name)}")


def _page(query: str, number: int) -> str:
    return "?" + "&".join(part for part in (query, f"{wishes.PAGE}={number}") if part)


def answer(found: BankPage, wish: Wish) -> Answer:
    """How many there are and what became of them. Made-up examples are in no sum."""
    if not found.sum.tally.total:
        return Answer(_opening(found, wish), ())
    return what_became(found.sum.tally, _opening(found, wish))


def _opening(found: BankPage, wish: Wish) -> str:
    if found.more_than_shown:
        return _("More than %(count)s promises answer. The best are shown.") % {
            "count": found.total
        }
    count = found.total
    if not count:
        return _("No promise answers.")
    if wish.words or wish.chosen:
        sentence = ngettext(
            "%(count)s promise answers.", "%(count)s promises answer.", count
        )
    else:
        sentence = ngettext(
            "%(count)s promise from all over Sweden.",
            "%(count)s promises from all over Sweden.",
            count,
        )
    return capital(sentence % {"count": number(count)})


def lines(hits: Iterable[BankHit]) -> tuple[Line, ...]:
    """Promises of the bank in words, with their addresses."""
    front = reverse("public:front")
    return tuple(_line(hit, front) for hit in hits)


def _line(hit: BankHit, front: str) -> Line:
    done = "" if hit.amount is None or not hit.op else targets.said(hit.amount)
    return Line(
        hit=hit,
        href=f"{front}{hit.slug}/loften/{hit.period}/{hit.nr}/",
        owner=str(OWNERS.get(hit.side, hit.owners)),
        period=spoken_period(hit.stated),
        target=_target(hit, is_done=bool(done)),
        done=done,
        begins=swedish_date(hit.starts) if hit.verdict == Verdict.NOT_BEGUN else "",
    )


def _target(hit: BankHit, *, is_done: bool) -> SafeString:
    """ "minst 4 vandringar"; after a number reached "av minst 4 vandringar"."""
    if not hit.op:
        return NO_WORDS
    promised = with_swedish(targets.in_words(hit), hit.unit)
    if not is_done:
        return promised
    if hit.op in RATED and (hit.per or "") in WHOLE_PERIOD:
        return with_swedish(targets.aimed_at(hit), hit.unit)
    return format_html(
        _("reported, of a promised %(target)s").replace("%(target)s", "{}"), promised
    )
