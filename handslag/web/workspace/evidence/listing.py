"""The findings of one's own organisations, narrowed and paged."""

from urllib.parse import urlencode

from django import forms
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpResponse
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from handslag.core.access import Act
from handslag.domain.evidence import queries
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.queries import Sought
from handslag.domain.evidence.rules import Considered, Visibility
from handslag.domain.vocabulary.published import terms
from handslag.domain.vocabulary.rules import Kind
from handslag.web.answers import number
from handslag.web.requests import WorkRequest
from handslag.web.words.evidence import SEEN_BY, VISIBILITIES
from handslag.web.workspace import fields
from handslag.web.workspace.evidence.forms import grouped
from handslag.web.workspace.sight import shown

ON_A_PAGE = 25


class SoughtForm(forms.Form):
    """What the list is narrowed to."""

    text = fields.line(_("Words"), max_length=100)
    source = fields.choice(_("Where it comes from"), [])
    visibility = fields.choice(
        _("Who may see it"),
        [("", _("All"))] + [(word.value, name) for word, name in VISIBILITIES.items()],
    )

    def __init__(self, *args: object, sources: dict[str, str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["source"].choices = [("", _("All")), *grouped(sources)]  # type: ignore[attr-defined]
        for field in self.fields.values():
            field.widget.attrs["autocomplete"] = "off"


@require_safe
def page(request: WorkRequest) -> HttpResponse:
    """Findings that can be cited or, apart from them, sources that were not used."""
    rejected = request.GET.get("visa") == "ratade"
    sources = terms(Kind.SOURCE, get_language() or "sv")
    form = SoughtForm(request.GET, sources=sources)
    given = form.cleaned_data if form.is_valid() else {}
    what = Sought(
        source=given.get("source", ""),
        visibility=given.get("visibility", ""),
        text=given.get("text", ""),
        considered=Considered.REJECTED if rejected else Considered.USED,
    )
    own = queries.of(request.actor)
    counts = own.aggregate(
        used=Count("pk", filter=Q(considered=Considered.USED)),
        rejected=Count("pk", filter=Q(considered=Considered.REJECTED)),
    )
    found = Paginator(queries.sought(own, what), ON_A_PAGE).get_page(
        request.GET.get("sida")
    )
    unanswered = queries.voices_without_feedback(request.actor.organisation_ids).count()
    context = {
        "page": found,
        "rows": [_row(one, sources) for one in found],
        "form": form,
        "is_narrowed": bool(what.source or what.visibility or what.text),
        "query": _query(request),
        "rejected": rejected,
        "counts": counts,
        "answer": _answer(counts["used"], unanswered),
        "several_homes": len(request.actor.organisation_ids) > 1,
        "may_record": bool(request.actor.where(Act.RECORD_EVIDENCE)),
    }
    return shown(request, "evidence/listing", context)


def _row(one: Evidence, sources: dict[str, str]) -> dict[str, object]:
    """One finding in the list, with what its codes are called."""
    return {
        "finding": one,
        "source": sources.get(one.source, one.source),
        "where": queries.where_said(one),
        "seen_by": SEEN_BY[Visibility(one.visibility)],
    }


def _answer(used: int, unanswered: int) -> str:
    """How much is known, and to whom an answer is owed."""
    if not used:
        return gettext("Nothing that can be cited is written down yet.")
    known = ngettext(
        "%(count)s finding can be cited.", "%(count)s findings can be cited.", used
    ) % {"count": used}
    if not unanswered:
        return known
    owed = ngettext(
        "In %(count)s of them people have spoken and have not been answered.",
        "In %(count)s of them people have spoken and have not been answered.",
        unanswered,
    ) % {"count": number(unanswered)}
    return f"{known} {owed}"


def _query(request: WorkRequest) -> str:
    kept = {
        name: value
        for name in ("text", "source", "visibility", "visa")
        if (value := request.GET.get(name))
    }
    return f"{urlencode(kept)}&" if kept else ""
