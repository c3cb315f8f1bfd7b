"""One search for all that is public: municipalities, documents and promises."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from handslag.domain.organisations.published import search_municipalities
from handslag.domain.promises.published.bank import BankPage, Wish, look
from handslag.web.answers import capital, joined, number
from handslag.web.public import wishes
from handslag.web.public.bank import lines
from handslag.web.public.cached import cached, of_the_country
from handslag.web.public.documents import documents
from handslag.web.requests import SiteRequest

MOST_MUNICIPALITIES = 8
MOST_PROMISES = 8


@require_safe
@cached(of_the_country, query=("q",))
def search(request: SiteRequest) -> HttpResponse:
    """What answers the words: municipalities first, then documents, then promises."""
    words = wishes.read(request.GET).words
    found = look(Wish(words=words)) if words else None
    near = search_municipalities(words, limit=MOST_MUNICIPALITIES) if words else []
    papers = documents(words) if words else []
    return render(
        request,
        "public/site/search.html",
        {
            "words": words,
            "municipalities": near,
            "documents": papers,
            "found": found,
            "lines": lines(found.hits[:MOST_PROMISES]) if found else (),
            "answer": _answer(len(near), len(papers), found),
            "query": wishes.said(Wish(words=words)),
        },
    )


def _answer(near: int, papers: int, found: BankPage | None) -> str:
    """ "En kommun, ett dokument och två löften svarar." """
    said = []
    if near:
        one = ngettext("one municipality", "%(count)s municipalities", near)
        said.append(one % {"count": number(near)})
    if papers:
        one = ngettext("one document", "%(count)s documents", papers)
        said.append(one % {"count": number(papers)})
    if found and found.total:
        one = ngettext("%(count)s promise", "%(count)s promises", found.total)
        said.append(one % {"count": number(found.total)})
    if not said:
        return _("Nothing answers.")
    return capital(_("%(things)s answer.") % {"things": joined(said)})
