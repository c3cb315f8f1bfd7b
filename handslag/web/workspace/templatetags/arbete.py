"""The words of the field's codes, for templates of the workspace. `{% load arbete %}`."""

from collections.abc import Mapping
from datetime import date

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.dateformat import format as date_words
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from handslag.core.access import Act, Actor
from handslag.domain.promises.rules.words import (
    AmendmentKind,
    Change,
    Condition,
    Direction,
    Measures,
    Part,
    Rhythm,
)
from handslag.domain.vocabulary.published import terms
from handslag.domain.vocabulary.rules import Kind
from handslag.web.answers import number
from handslag.web.targets import Target, in_words
from handslag.web.words import promises as words

register = template.Library()


@register.filter
def target_words(target: Target) -> str:
    """ "minst 4 trygghetsvandringar per år" """
    return in_words(target)


@register.filter
def part_word(code: str) -> str:
    return str(words.PARTS[Part(code)])


@register.filter
def condition_word(code: str) -> str:
    return str(words.CONDITIONS[Condition(code)])


@register.filter
def measure_word(code: str) -> str:
    return str(words.MEASURES[Measures(code)])


@register.filter
def direction_word(code: str) -> str:
    return str(words.DIRECTIONS[Direction(code)])


@register.filter
def rhythm_word(code: str) -> str:
    return str(words.RHYTHMS[Rhythm(code)])


@register.filter
def change_word(code: str) -> str:
    return str(words.CHANGES[Change(code)])


@register.filter
def amendment_word(code: str) -> str:
    return str(words.AMENDMENTS[AmendmentKind(code)])


@register.simple_tag
def shared_words(kind: str) -> Mapping[str, str]:
    """A list of the vocabulary in the language of the page, by code. One query."""
    return terms(Kind(kind), get_language() or "sv")


@register.filter
def called(code: str, named: Mapping[str, str]) -> str:
    """What a code is called in a list; the code itself when nobody has named it."""
    return named.get(code, code)


@register.simple_tag(takes_context=True)
def way(context: template.Context, name: str, text: str, *gathered: str) -> SafeString:
    """One line of the menu, marked when the page is that one or lies below it, or below
    one of those that it gathers."""
    href, here = reverse(name), str(context["request"].path)
    above = [one for one in (name, *gathered) if one != "workspace:home"]
    below = any(here.startswith(reverse(one)) for one in above)
    mark = "page" if here == href else "true" if below else ""
    current = format_html(' aria-current="{}"', mark) if mark else ""
    return format_html('<li><a href="{}"{}>{}</a></li>', href, current, text)


@register.simple_tag
def is_demo() -> bool:
    """Whether letters stay in an outbox that one can open here."""
    return bool(settings.DEMO)


@register.filter
def spelled(count: int) -> str:
    """Three, in running text; 13 stays a figure."""
    return number(count)


@register.filter
def reports(actor: Actor) -> bool:
    """Whether the person may report progress for any organisation."""
    return bool(actor.where(Act.REPORT_PROGRESS))


@register.filter
def sees_reports(actor: Actor) -> bool:
    """Whether the person may see what was reported from out there, anywhere."""
    return bool(actor.where(Act.SEE_REPORTS))


@register.filter
def listens(actor: Actor) -> bool:
    """Whether the person plans and reads what people are asked, anywhere."""
    return bool(actor.where(Act.LISTEN))


@register.filter
def writes_for(actor: Actor, organisation: int) -> bool:
    """Whether the person writes promises for this organisation itself."""
    return actor.may(Act.WRITE_PROMISE, organisation)


@register.simple_tag
def days(first: date, last: date | None = None) -> str:
    """ "22 nov", "22–30 nov" or "22 nov–10 dec": a day, or the first and the last."""
    if last is None or last == first:
        return date_words(first, "j b")
    same = (first.year, first.month) == (last.year, last.month)
    return f"{date_words(first, 'j' if same else 'j b')}–{date_words(last, 'j b')}"
