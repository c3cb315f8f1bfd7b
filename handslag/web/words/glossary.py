"""`{% term "lägesbild" %}`: a word of the field that leads to what it means."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from handslag.domain.vocabulary.published import explained_as
from handslag.web.ui.templatetags.ui import home

register = template.Library()


@register.simple_tag
def term(word: str, shown: str = "") -> SafeString:
    """The word, or `shown` in its place, as a link to the glossary.

    `word` is Swedish, as it stands in the glossary; the English page shows its own.
    """
    one = explained_as(get_language() or "sv")[word]
    return format_html(
        '<a class="term" href="{}ordlista/#{}" title="{}">{}</a>',
        home(),
        one.anchor,
        one.says,
        shown or one.word,
    )
