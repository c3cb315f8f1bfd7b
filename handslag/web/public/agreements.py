"""The cooperation agreement of a municipality: does it hold, and who does what?"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from handslag.domain.agreements.published import (
    AgreementPage,
    Agreements,
    Listed,
    PublishedAgreement,
    PublishedFollowUp,
    PublishedOutcome,
    agreements_of,
    published_file,
)
from handslag.domain.agreements.rules.words import Level, Origin, Prolongation
from handslag.domain.organisations.published import Moved, Municipality
from handslag.domain.organisations.published import municipality as published_municipality
from handslag.web.answers import joined
from handslag.web.exact import days_words, field_words, prolongation_words
from handslag.web.holding import how_it_holds
from handslag.web.public.cached import cached, of_municipality
from handslag.web.public.files import a_file
from handslag.web.public.missing import no_agreement, no_municipality
from handslag.web.public.notes import Note
from handslag.web.public.said import as_said
from handslag.web.public.spoken import Spoken, Translated, capital, language, swedish
from handslag.web.public.timeline import signatures
from handslag.web.requests import SiteRequest
from handslag.web.ui.drawing import Drawing
from handslag.web.ui.marks import HANDSHAKE
from handslag.web.ui.marks import VERDICTS as VERDICT_MARKS
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.agreements import MARKS, STATUTES, VERDICTS


@require_safe
@cached(of_municipality)
def present(request: SiteRequest, municipality: str) -> HttpResponse:
    """The agreement that holds now or, where none does, the latest."""
    return _page(request, municipality, "")


@require_safe
@cached(of_municipality)
def page(request: SiteRequest, municipality: str, period: str) -> HttpResponse:
    """One agreement at its own address, also when it is over; or an annex."""
    return _page(request, municipality, period)


def _page(request: SiteRequest, municipality: str, period: str) -> HttpResponse:
    found = published_municipality(municipality)
    if found is None:
        return no_municipality(request)
    if isinstance(found, Moved):
        words = [found.to, period] if period else [found.to]
        name = "public:agreement" if period else "public:agreements"
        return HttpResponsePermanentRedirect(reverse(name, args=words))
    agreed = agreements_of(
        municipality, today=request.today, period=period, language=language()
    )
    if agreed is None:
        return no_agreement(request, found)
    if agreed.shown is None:
        return _nothing(request, found)
    context = _context(agreed, agreed.shown, found, request.today)
    context["is_present"] = not period
    context["canonical"] = f"{settings.PUBLIC_ADDRESS}{request.path}"
    response = render(request, "public/agreements/page.html", context)
    if not agreed.shown.listed.may_be_indexed:
        response["X-Robots-Tag"] = "noindex"
    return response


def _nothing(request: SiteRequest, found: Municipality) -> HttpResponse:
    context = {
        "municipality": found,
        "up": reverse("public:municipality", args=[found.slug]),
        "canonical": f"{settings.PUBLIC_ADDRESS}{request.path}",
        "indexed": True,
    }
    return render(request, "public/agreements/none.html", context)


def _context(
    agreed: Agreements, shown: AgreementPage, found: Municipality, today: date
) -> dict[str, object]:
    spoken, base = Spoken(shown.texts), _address(shown.listed, found)
    wording = as_said(shown.wording, spoken)
    answer = how_it_holds(shown.listed.term, shown.listed.standing)
    return {
        "municipality": found,
        "up": reverse("public:municipality", args=[found.slug]),
        "all": reverse("public:agreements", args=[found.slug]),
        "feed": reverse("public:feed", args=[found.slug]),
        "base": base,
        "page": shown,
        "title": spoken.plain(shown.wording.name),
        "wording": wording,
        "answer": answer,
        "description": answer,
        "stamp": _stamp(shown, today),
        "is_late": shown.follow_up_due is not None and shown.follow_up_due < today,
        "indexed": shown.listed.may_be_indexed,
        "notes": list(_notes(shown, spoken)),
        "fields": _fields(wording, spoken),
        "parties": list(_parties(wording)),
        "statutes": [
            (STATUTES[one.statute], one.title, _safe_address(one.address))
            for one in wording.statutes
        ],
        "terms": _terms(wording),
        "told": [_told(one, spoken) for one in shown.follow_ups],
        "facts": list(_facts(shown, spoken)),
        "signatures": signatures(shown.signatures),
        "files": [(one.sha256, one.title, one.type, None) for one in wording.attachments]
        + [(one.file.sha256, one.file.title, one.file.type, one.on) for one in shown.added],
        "annexes": _rows(shown.annexes, found),
        "parent": _rows([shown.parent] if shown.parent else [], found),
        "before": _rows([shown.before] if shown.before else [], found),
        "after": _rows(shown.after, found),
        "others": _rows([*agreed.others, *agreed.coming], found),
        "earlier": _rows(agreed.earlier, found),
    }


def _terms(wording: PublishedAgreement) -> list[str]:
    """Words of the field on the page that not everyone knows."""
    goes_on = wording.prolongation is Prolongation.UNTIL_FURTHER_NOTICE
    return ["samverkansöverenskommelse", "åtagande", *(["tills vidare"] if goes_on else [])]


def _fields(wording: PublishedAgreement, spoken: Spoken) -> list[str]:
    """The areas: a shared word in the language of the page, own words if translated."""
    shared = field_words(wording.fields, language())
    return [
        text if one.code else capital(spoken.words(one.text))
        for one, text in zip(wording.fields, shared, strict=True)
    ]


def _safe_address(address: str) -> str:
    """Only what leads to a page: an address that somebody wrote is a link to anywhere."""
    return address if address.startswith(("https://", "http://")) else ""


def _address(one: Listed, found: Municipality) -> str:
    return reverse("public:agreement", args=[found.slug, one.period])


def _stamp(shown: AgreementPage, today: date) -> str:
    """Between whom, and when it is followed up next."""
    wording, due = shown.wording, shown.follow_up_due
    said = [
        _("Between %(parties)s.")
        % {"parties": joined([party.name for party in wording.parties])}
    ]
    if due is not None and due >= today:
        said.append(_("Next follow-up: by %(day)s.") % {"day": swedish_date(due)})
    elif due is not None:
        said.append(
            _("It should have been followed up by %(day)s.") % {"day": swedish_date(due)}
        )
    return " ".join(said)


def _notes(shown: AgreementPage, spoken: Spoken) -> Iterator[Note]:
    wording = shown.wording
    if shown.ended_why:
        yield Note(head=_("Ended early."), text=shown.ended_why)
    if wording.is_example:
        yield Note(
            head=_("Example."),
            text=_("The agreement is made up, to show how the page works."),
        )
    if wording.origin == Origin.RESTATED:
        yield _restated(wording)
    if language() != "sv":
        yield Note(text=_IN_SWEDISH[spoken.translated](), is_quiet=True)


_IN_SWEDISH: Mapping[Translated, Callable[[], str]] = {
    Translated.NOTHING: lambda: _("The agreement is in Swedish, as it was approved."),
    Translated.PARTLY: lambda: _(
        "Part of the text is translated; the rest is shown in Swedish. The Swedish text"
        " is the one that is approved."
    ),
    Translated.ALL: lambda: _(
        "The agreement is translated. The Swedish text is the one that is approved."
    ),
}


def _restated(wording: PublishedAgreement) -> Note:
    address = _safe_address(wording.source_stated)
    said = _("Restated from what the parties have signed elsewhere.")
    if wording.source_stated and not address:
        source = {"source": wording.source_stated}
        said = f"{said} {_('The source: %(source)s.') % source}"
    links = ((address, _("Read the parties' own text")),) if address else ()
    return Note(text=said, links=links, is_quiet=True)


@dataclass(frozen=True, slots=True)
class Party:
    """One party: its mark, what it undertakes, and whom to ask."""

    name: str
    mark: Drawing
    commitments: tuple[str, ...]
    steering: str
    function: str
    email: str
    phone: str

    @property
    def dialled(self) -> str:
        return "".join(sign for sign in self.phone if sign.isdigit() or sign == "+")


def _parties(wording: PublishedAgreement) -> Iterator[Party]:
    for one in wording.parties:
        yield Party(
            name=one.name,
            mark=HANDSHAKE[one.side],
            commitments=tuple(line.text for line in one.commitments),
            steering=one.steering,
            function=one.contact.function,
            email=one.contact.email,
            phone=one.contact.phone,
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one goal or commitment."""

    whose: str
    text: str
    code: str
    shape: Drawing
    word: str
    said: str


@dataclass(frozen=True, slots=True)
class Told:
    """One follow-up, with a sentence on how it went."""

    day: date
    functions: str
    summary: str
    goals: tuple[Outcome, ...]
    commitments: tuple[Outcome, ...]


def _told(one: PublishedFollowUp, spoken: Spoken) -> Told:
    return Told(
        day=one.followed_on,
        functions=one.functions,
        summary=one.summary,
        goals=tuple(_outcome(each, spoken) for each in one.goals),
        commitments=tuple(_outcome(each, spoken) for each in one.commitments),
    )


def _outcome(one: PublishedOutcome, spoken: Spoken) -> Outcome:
    code = MARKS[one.verdict] if one.verdict else ""
    return Outcome(
        whose=one.party or _("All parties together"),
        text=spoken.words(one.text),
        code=code,
        shape=VERDICT_MARKS[code].shape if code else Drawing(),
        word=str(VERDICTS[one.verdict]) if one.verdict else "",
        said=one.said,
    )


def _facts(shown: AgreementPage, spoken: Spoken) -> Iterator[tuple[str, object]]:
    wording = shown.wording
    yield (
        pgettext("label", "Period"),
        days_words(wording.period) or spoken.words(wording.period.stated),
    )
    yield _("Afterwards"), prolongation_words(wording)
    yield _("Parties"), joined([party.name for party in wording.parties])
    if len(wording.areas) > 1:
        yield _("Holds in"), joined(list(wording.areas))
    if wording.signed_on:
        yield _("Signed"), swedish_date(wording.signed_on)
    if wording.level is Level.ANNEX:
        yield _("Annex to"), swedish(wording.parent)


@dataclass(frozen=True, slots=True)
class Row:
    """Another agreement in a list: where it is, and how it stands."""

    href: str
    name: str
    stands: str


def _rows(listed: Iterable[Listed], found: Municipality) -> list[Row]:
    return [
        Row(
            href=_address(one, found),
            name=one.wording.name,
            stands=how_it_holds(one.term, one.standing),
        )
        for one in listed
    ]


@require_safe
def file(request: SiteRequest, municipality: str, period: str, sha256: str) -> HttpResponse:
    """A file that belongs to the agreement, such as the signed original."""
    found = published_file(municipality, period, sha256)
    if found is None:
        return no_municipality(request)
    name = f"{municipality}-{period}-{sha256[:8]}{found.suffix}"
    return a_file(found, name, mark=sha256)
