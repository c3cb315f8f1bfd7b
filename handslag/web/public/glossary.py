"""The words of the field, explained: /ordlista/."""

from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from handslag.domain.vocabulary.published import Explanation, glossary, glossary_with
from handslag.web.public.cached import cached, of_the_country
from handslag.web.requests import SiteRequest

LONGEST = 60


@require_safe
@cached(of_the_country, query=("q",))
def page(request: SiteRequest) -> HttpResponse:
    """Every word, or those that hold what is searched for."""
    language = get_language() or "sv"
    sought = " ".join(request.GET.get("q", "").split())[:LONGEST]
    found = glossary_with(sought, language) if sought else glossary(language)
    letters = [(letter, list(words)) for letter, words in groupby(found, key=_letter)]
    context = {
        "sought": sought,
        "found": found,
        "letters": letters,
        "many": len(glossary(language)),
    }
    return render(request, "public/site/glossary.html", context)


def _letter(one: Explanation) -> str:
    return one.word[0].upper()
