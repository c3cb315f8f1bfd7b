"""Questionnaires that one can begin from."""

from django.utils.translation import get_language

from handslag.domain.surveys.rules import said
from handslag.domain.surveys.rules.bank import bank


def ready_ones() -> list[tuple[str, str, str, int]]:
    """Code, name, hint, how many questions."""
    language = (get_language() or "sv")[:2]
    return [
        (one.code, said(one.words, language), said(one.hint, language), one.length)
        for one in bank().ready
    ]
