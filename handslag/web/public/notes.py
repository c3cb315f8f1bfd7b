"""What a page must say about itself: summary, restated, made up, withdrawn, translated."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from handslag.domain.promises.published import PublishedWording
from handslag.domain.promises.rules.words import Origin
from handslag.web.public.spoken import Translated, language
from handslag.web.ui.templatetags.ui import swedish_date


@dataclass(frozen=True, slots=True)
class Note:
    """A few sentences in a frame, with where to read or write more."""

    text: str
    head: str = ""
    links: tuple[tuple[str, str], ...] = ()  # address and words
    is_quiet: bool = False


def notes_of(
    wording: PublishedWording,
    *,
    municipality: str,
    period: str,
    is_taken_over: bool,
    is_withdrawn: bool = False,
    translated: Translated = Translated.NOTHING,
) -> list[Note]:
    """What the pages of this set must say before anything else, most important first."""
    found = []
    if is_withdrawn:
        found.append(_withdrawn(wording))
    if wording.is_example:
        found.append(example())
    if wording.origin == Origin.IMPORTED and not is_taken_over:
        found.append(summary(wording, municipality, period))
    if wording.origin == Origin.RESTATED:
        found.append(_restated(wording))
    if language() != "sv":
        found.append(_in_swedish(municipality, period, translated))
    return found


def example() -> Note:
    return Note(
        head=_("Example."),
        text=_("The promises and the figures are made up, to show how the page works."),
    )


def summary(wording: PublishedWording, municipality: str, period: str) -> Note:
    """A summary of somebody's page. It is to be said on every page that shows it."""
    source = wording.source
    links = [
        (
            reverse("public:correction", args=[municipality, period]),
            _("Ask for a correction or removal"),
        )
    ]
    if source and source.url:
        links.insert(0, (source.url, _("Read the page")))
    text = summary_words(source.retrieved_on if source else None)
    if source and source.partly_read:
        text = " ".join(
            [
                text,
                _("Only the beginning of the page was read: there may be more promises."),
            ]
        )
    return Note(text=text, links=tuple(links), is_quiet=True)


def summary_words(retrieved_on: date | None) -> str:
    """ "Sammanfattning av en offentlig sida, hämtad …; inte kommunens egna ord." """
    if retrieved_on is None:
        return _("Summary of a public page; not the municipality's own words.")
    return _(
        "Summary of a public page, retrieved %(day)s; not the municipality's own words."
    ) % {"day": swedish_date(retrieved_on)}


def _restated(wording: PublishedWording) -> Note:
    source = wording.source
    text = _("Restated from the parties' own published text.")
    if source and source.retrieved_on:
        text = _("Restated from the parties' own published text, retrieved %(day)s.") % {
            "day": swedish_date(source.retrieved_on)
        }
    links = ((source.url, _("Read the page")),) if source and source.url else ()

    return Note(text=text, links=links, is_quiet=True)


def _withdrawn(wording: PublishedWording) -> Note:
    amendment = wording.amendment
    if amendment is None:
        return Note(text=_("The promises are withdrawn."))
    text = _("The promises were withdrawn by a decision on %(day)s. %(reason)s") % {
        "day": swedish_date(amendment.decided_on),
        "reason": amendment.reason,
    }
    return Note(head=_("Withdrawn."), text=text)


def _in_swedish(municipality: str, period: str, translated: Translated) -> Note:
    text = {
        Translated.NOTHING: _("The promises are shown in Swedish, as they were written."),
        Translated.PARTLY: _(
            "Part of the text is translated; the rest is shown in Swedish. The Swedish text"
            " is the one that is approved."
        ),
        Translated.ALL: _(
            "The promises are translated. The Swedish text is the one that is approved."
        ),
    }[translated]
    address = f"/{municipality}/loften/{period}/"
    return Note(text=text, links=((address, _("Read the page in Swedish")),), is_quiet=True)
