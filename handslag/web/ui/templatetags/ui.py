"""The tags that templates need because something must be computed.

`{% load ui %}`. The style page (/arbete/stil/) shows each with its line.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django import template
from django.conf import settings
from django.contrib.messages import get_messages
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils import timezone
from django.utils.dateformat import format as date_words
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from handslag.web.ui import charts, numbers
from handslag.web.ui.compare import compare
from handslag.web.ui.drawing import Drawing
from handslag.web.ui.marks import FINDINGS, HANDSHAKE, SURENESS, VERDICTS, WAYS

register = template.Library()

Number = int | float | Decimal


def _language() -> str:
    return (get_language() or settings.LANGUAGE_CODE)[:2]


# The frame


@register.simple_tag
def asset(path: str) -> str:
    """The address of a style sheet, script or typeface of ours.

    Falls back to the plain address when the files have not been collected, so
    that an error page never fails for want of a style sheet.
    """
    try:
        return static(path)
    except ValueError:
        return f"{settings.STATIC_URL}{path}"


@register.simple_tag
def home() -> str:
    """The front page in the language of this page: / or /en/."""
    return "/" if _language() == settings.LANGUAGE_CODE else f"/{_language()}/"


@register.simple_tag
def workspace() -> str:
    """Where those who work here begin."""
    return str(settings.LOGIN_REDIRECT_URL)


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """The same page in the other language."""

    code: str
    name: str
    href: str
    absolute: str


@dataclass(frozen=True, slots=True)
class Tiles:
    """The base map under our own outlines, if the installation has named one."""

    url: str
    attribution: str


@register.simple_tag
def tiles() -> Tiles:
    """Where the base map is fetched, and who made it; empty when there is none."""
    return Tiles(settings.BASE_MAP_URL, settings.BASE_MAP_ATTRIBUTION)


@register.simple_tag(takes_context=True)
def other_language(context: template.Context) -> OtherLanguage | None:
    """Where the same page lies in the other language, or None when there is no page."""
    request = context.get("request")
    if not isinstance(request, HttpRequest):
        return None
    here = request.get_full_path()
    english = here == "/en" or here.startswith("/en/")
    # One slash at the start: two would lead to another site.
    href = "/" + here.removeprefix("/en").lstrip("/") if english else f"/en{here}"
    code = "sv" if english else "en"
    return OtherLanguage(
        code, dict(settings.LANGUAGES)[code], href, settings.PUBLIC_ADDRESS + href
    )


@register.simple_tag(takes_context=True)
def notices(context: template.Context) -> Iterable[Message]:
    """What the last step wants to say ("Sparat."). Reads the session: workspace only."""
    request = context.get("request")
    return get_messages(request) if isinstance(request, HttpRequest) else ()


@register.simple_tag
def handshake(side: str = "together") -> Drawing:
    """The mark: municipality, police, together or others."""
    return HANDSHAKE[side]


# Verdict, owner, target


@register.simple_tag
def verdict(code: str) -> SafeString:
    """What became of it: word, shape and colour."""
    shown = VERDICTS[code]
    return format_html(
        '<span class="verdict" data-verdict="{}">{}{}</span>',
        code,
        shown.shape,
        shown.word,
    )


@register.simple_tag
def marked(code: str, word: object) -> SafeString:
    """Another word with the shape and colour of a verdict: a measure that is done."""
    return format_html(
        '<span class="verdict" data-verdict="{}">{}{}</span>',
        code,
        VERDICTS[code].shape,
        word,
    )


def _signed(shape: Drawing, word: object) -> SafeString:
    return format_html('<span class="signed">{}{}</span>', shape, word)


@register.simple_tag
def arrow(code: str, word: object) -> SafeString:
    """Where it goes (up, down, level, unclear): an arrow and its word."""
    return _signed(WAYS[code], word)


@register.simple_tag
def sureness(code: str, word: object) -> SafeString:
    """How sure one is (low, medium, high): filled steps and their words."""
    return _signed(SURENESS[code], word)


@register.simple_tag
def finding_mark(code: str) -> Drawing:
    """The shape of what a result says (up, down, level, unsure, note), or of its goal."""
    return FINDINGS[code]


@register.filter
def verdict_word(code: str) -> str:
    """Only the word of a verdict, for running text."""
    return str(VERDICTS[code].word)


@register.inclusion_tag("ui/owner.html")
def owner(side: str, words: str = "") -> dict[str, object]:
    """Whose promise it is. Others must be named in words."""
    sides = {
        "municipality": _("The municipality"),
        "police": _("The police"),
        "together": _("The municipality and the police"),
        "others": _("Others"),
    }
    return {"mark": HANDSHAKE[side], "words": words or sides[side]}


def _known(value: object) -> float | None:
    """A number, or None for what a template writes when it has none."""
    return float(value) if isinstance(value, int | float | Decimal) else None


@register.inclusion_tag("ui/target.html")
def target(
    *,
    words: str = "",
    value: Number | str | None = None,
    goal: Number | str | None = None,
    upper: Number | str | None = None,
    scale: Number | str | None = None,
    late: str = "",
) -> dict[str, object]:
    """What was promised against what became of it."""
    reached = _known(value)
    return {
        "value": "" if reached is None else number(reached),
        "words": words,
        "bar": charts.target_bar(
            reached, _known(goal), upper=_known(upper), scale=_known(scale)
        ),
        "late": late,
    }


@register.inclusion_tag("ui/shares.html")
def shares(rows: Iterable[Mapping[str, object]], caption: str) -> dict[str, object]:
    """Shares with their intervals: {label, estimate, lower, upper, n} between 0 and 1."""
    return {
        "caption": caption,
        "rows": [
            {
                **row,
                "bar": charts.share_bar(
                    *(_known(row[end]) or 0.0 for end in ("estimate", "lower", "upper"))
                ),
            }
            for row in rows
        ],
    }


# Tables


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell, and whether it is a figure."""

    inside: object
    num: bool


def _inside(cell: object) -> object:
    if not isinstance(cell, Mapping):
        return cell
    if cell.get("verdict"):
        return verdict(str(cell["verdict"]))
    if cell.get("href"):
        return format_html('<a href="{}">{}</a>', cell["href"], cell["text"])
    return cell["text"]


@register.simple_tag
def cells(row: Sequence[object], columns: Sequence[Mapping[str, object]]) -> Iterator[Cell]:
    """The cells of a row beside what their columns say."""
    return (
        Cell(_inside(cell), bool(column.get("num")))
        for cell, column in zip(row, columns, strict=True)
    )


# Saving while someone writes


@register.simple_tag
def autosave(address: str) -> SafeString:
    """What a <form> says so that autosave.js saves it while someone writes."""
    sentences = {
        "saving": _("Saving …"),
        "trouble": _("Not saved: no answer. Your text is kept here and sent again."),
        "signed-out": _("You are signed out. Your text is kept here: sign in again."),
        "found": _("There is text from before that may not have been saved."),
        "restore": _("Put it back"),
    }
    return format_html(
        'data-behaviour="autosave" data-autosave="{}" {}',
        address,
        format_html_join(" ", 'data-{}="{}"', sentences.items()),
    )


# Words and numbers


@register.filter
def number(value: Number, decimals: int | None = None) -> str:
    """1234.5 as people write it."""
    return numbers.number(value, decimals, language=_language())


@register.filter
def percent(share: Number, decimals: int = 0) -> str:
    """0.31 as "31 %"."""
    return numbers.percent(share, decimals, language=_language())


@register.simple_tag
def swedish_date(day: date | datetime | None) -> str:
    """14 november 2026, or 14 November 2026. An instant is shown as the day it was here."""
    if day is None:
        return ""
    if isinstance(day, datetime) and timezone.is_aware(day):
        day = timezone.localtime(day)
    return date_words(day, "j F Y")


register.filter("swedish_date", swedish_date)


@register.filter
def moment(at: datetime) -> str:
    """14 november 2026 kl. 14.02."""
    local = timezone.localtime(at)
    return _("%(day)s at %(time)s") % {
        "day": swedish_date(local),
        "time": clock(local),
    }


@register.filter
def clock(at: datetime) -> str:
    """14.02 in Swedish, 14:02 in English."""
    return date_words(timezone.localtime(at), "H.i" if _language() == "sv" else "H:i")


@register.inclusion_tag("ui/diff.html")
def diff(old: str, new: str) -> dict[str, object]:
    """Two wordings compared, word by word."""
    comparison = compare(old, new)
    return {
        "parts": comparison.parts,
        "removed": comparison.removed,
        "added": comparison.added,
        "same": comparison.same,
    }
