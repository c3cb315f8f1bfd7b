"""Counts of the police, from a file: looked at first, then recorded."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as now_
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from handslag.core.access import Act, require
from handslag.domain.evidence import services
from handslag.domain.evidence.models import Evidence
from handslag.domain.evidence.rules import POLICE, Classification, Finding, Visibility
from handslag.domain.evidence.rules.tables import BadLine, Reading, decode, read_counts
from handslag.domain.organisations import queries as organisations
from handslag.domain.vocabulary.published import offered
from handslag.domain.vocabulary.rules import Kind
from handslag.web.requests import WorkRequest
from handslag.web.ui.tables import columns_and_rows
from handslag.web.words.evidence import BAD_LINES, VISIBILITIES
from handslag.web.workspace import fields
from handslag.web.workspace.evidence.forms import HomeForm
from handslag.web.workspace.sight import done, shown

ONE, BY_AREA = "one", "by_area"


class CountsForm(HomeForm):
    """A table of counts, and what it is."""

    text = fields.words(
        _("The table"),
        help_text=_(
            "Paste it, with the headings Område; Period; Antal, and if you like Brottstyp."
        ),
        rows=6,
    )
    file = forms.FileField(
        label=_("… or the table as a file"),
        help_text=_("Saved as CSV."),
        required=False,
        error_messages={"empty": _("The file is empty.")},
    )
    statement = fields.line(
        _("What does it say?"),
        required=_("Write what was found."),
        help_text=_("For example: reported vandalism 2025."),
        max_length=300,
    )
    is_without_persons = fields.tick(_("I confirm: no case and no person is in it"))
    visibility = fields.choice(
        _("Who may see it?"),
        [(word.value, name) for word, name in VISIBILITIES.items()],
        required=_("Choose who may see it."),
        radio=True,
        initial=Visibility.PARTIES.value,
    )
    apart = fields.choice(
        _("How is it recorded?"),
        [
            (ONE, _("As one finding with a table")),
            (BY_AREA, _("As one finding for each area")),
        ],
        required=_("Choose how it is recorded."),
        radio=True,
        initial=ONE,
    )

    reading: Reading | None = None

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        name, text = "text", given.get("text") or ""
        file: UploadedFile[bytes] | None = given.get("file")
        if file is not None:
            name = "file"
            text = self.allowed(name, lambda: decode(file.read())) or ""
            self.shows("text", text)
        if text.strip():
            self.reading = self.allowed(name, lambda: read_counts(text))
        elif not self.errors:
            self.add_error("text", now_("Paste the table, or choose the file."))
        if not given.get("is_without_persons"):
            said = now_("Confirm it, or leave out what is about a case or a person.")
            self.add_error("is_without_persons", said)
        return given

    @property
    def finding(self) -> Finding:
        """What the whole of it says."""
        assert self.reading is not None  # noqa: S101 - a valid form has read it
        given = self.cleaned_data
        return Finding(
            source=given["source"],
            statement=given["statement"],
            period=self.reading.period or self.reading.span,
            place_stated=", ".join(self.reading.areas)[:200],
            visibility=Visibility(given["visibility"]),
            n=self.reading.total,
            table=self.reading.table,
            classification=Classification.AGGREGATE,
            is_without_persons=True,
        )


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: WorkRequest) -> HttpResponse:
    """Look at the table, then record it. Nothing is recorded while a line is bad."""
    require(
        request.actor,
        Act.RECORD_EVIDENCE,
        in_any_of=request.actor.where(Act.RECORD_EVIDENCE),
    )
    form = _form(request)
    is_valid = form.is_valid()
    reading = form.reading
    is_clean = is_valid and reading is not None and not reading.bad
    if is_clean and "record" in request.POST:
        made: list[Evidence] = []
        if done(form, lambda: made.extend(_record(request, form))):
            said = ngettext(
                "%(count)s finding is written down.",
                "%(count)s findings are written down.",
                len(made),
            )
            messages.success(request, said % {"count": len(made)})
            return _answered(made)
    context = {
        "form": form,
        "reading": reading,
        "bad": [_said(line) for line in reading.bad] if reading else [],
        "table": _table(reading) if reading and reading.lines else None,
        "may_record": is_clean,
    }
    return shown(request, "evidence/counts", context, form)


def _form(request: WorkRequest) -> CountsForm:
    sources = offered(Kind.SOURCE, get_language() or "sv", today=request.today)
    typed = (request.POST, request.FILES) if request.method == "POST" else ()
    return CountsForm(
        *typed,
        homes=list(organisations.where(request.actor, Act.RECORD_EVIDENCE)),
        sources={code: name for code, name in sources.items() if code in POLICE},
    )


def _record(request: WorkRequest, form: CountsForm) -> list[Evidence]:
    home, finding, now = form.home_chosen, form.finding, request.now
    if form.cleaned_data["apart"] == BY_AREA and form.reading is not None:
        return services.record_by_area(
            request.actor, home=home, finding=finding, counts=form.reading, now=now
        )
    return [services.record_finding(request.actor, home=home, finding=finding, now=now)]


def _answered(made: list[Evidence]) -> HttpResponse:
    if len(made) == 1:
        return redirect("workspace:finding", made[0].public_id)
    return redirect("workspace:evidence")


def _table(reading: Reading) -> dict[str, Any]:
    return columns_and_rows(reading.table.header, reading.table.rows)


def _said(line: BadLine) -> dict[str, object]:
    """A bad line: its number, and what to do."""
    return {"number": line.number, "said": BAD_LINES[line.code] % {"said": line.said}}
