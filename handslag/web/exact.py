"""An exact text of an agreement as plain lines: what is approved, and nothing else.

Whatever can differ between two versions must differ here. The workspace and the
page of a personal link show the same lines.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from handslag.core.periods import Period
from handslag.domain.agreements.published import (
    PublishedAgreement,
    PublishedContact,
    PublishedField,
    PublishedLine,
    PublishedParty,
)
from handslag.domain.agreements.rules.words import Level, Origin, Prolongation
from handslag.domain.vocabulary.published import terms
from handslag.domain.vocabulary.rules import Kind
from handslag.web.ui.templatetags.ui import swedish_date
from handslag.web.words.agreements import LEVELS, ORIGINS, PROLONGATIONS, STATUTES

# Which of the editors a line is written in.
WORDS, CONTENTS, SIDES = "words", "contents", "sides"


@dataclass(frozen=True, slots=True)
class Line:
    """What the text says about one thing. `lang`: sv when it is the parties' own words."""

    label: str
    texts: tuple[str, ...]
    lang: str = "sv"
    group: str = WORDS


def lines_of(wording: PublishedAgreement, *, language: str) -> list[Line]:
    """Everything the agreement says, in the order one reads it."""
    own = [
        Line(_("Name"), (wording.name,)),
        *_contents(wording, language),
        Line(_("All parties together"), _texts(wording.together), group=SIDES),
        *map(_party, wording.parties),
        Line(_("Background"), (wording.background,)),
        Line(_("Vision"), (wording.vision,)),
        *_follow_up(wording),
        *_frame(wording, language),
    ]
    return [line for line in own if any(line.texts)]


def goal_words(goal: PublishedLine) -> str:
    """A goal with how one sees it."""
    if not goal.seen_by:
        return goal.text
    return _("%(goal)s (seen by: %(how)s)") % {"goal": goal.text, "how": goal.seen_by}


def prolongation_words(wording: PublishedAgreement) -> str:
    """What happens when nobody signs a new one."""
    months = wording.prolongation_months
    if wording.prolongation is Prolongation.BY_MONTHS and months:
        return ngettext(
            "It is prolonged by %(n)s month at a time, if no new one is signed",
            "It is prolonged by %(n)s months at a time, if no new one is signed",
            months,
        ) % {"n": months}
    if wording.prolongation is Prolongation.UNTIL_FURTHER_NOTICE:
        return _("It is prolonged until further notice, if no new one is signed")
    return str(PROLONGATIONS[wording.prolongation])


def days_words(period: Period) -> str:
    """ "1 januari 2019–31 december 2022", or what is known of it."""
    if period.starts and period.ends:
        return f"{swedish_date(period.starts)}–{swedish_date(period.ends)}"
    if period.starts:
        return _("from %(day)s") % {"day": swedish_date(period.starts)}
    if period.ends:
        return _("until %(day)s") % {"day": swedish_date(period.ends)}
    return ""


def contact_words(contact: PublishedContact) -> str:
    """The function and how it is reached."""
    return ", ".join(filter(None, (contact.function, contact.email, contact.phone)))


def field_words(fields: Iterable[PublishedField], language: str) -> tuple[str, ...]:
    """The areas of cooperation; a shared word in the language of the page."""
    chosen = list(fields)
    shared = terms(Kind.FOCUS, language) if chosen and language != "sv" else {}
    return tuple(shared.get(one.code, one.text) for one in chosen)


def _contents(wording: PublishedAgreement, language: str) -> Iterator[Line]:
    yield Line(_("Purposes"), wording.purposes, group=CONTENTS)
    areas = field_words(wording.fields, language)
    yield Line(_("Areas of cooperation"), areas, language, CONTENTS)
    yield Line(_("Problems in focus"), wording.problems, group=CONTENTS)
    yield Line(_("Goals"), tuple(map(goal_words, wording.goals)), group=CONTENTS)
    statutes = tuple(
        " – ".join(filter(None, (str(STATUTES[row.statute]), row.title, row.address)))
        for row in wording.statutes
    )
    yield Line(_("Tied to other plans"), statutes, group=CONTENTS)


def _party(party: PublishedParty) -> Line:
    asked = "" if party.approves else _("is not asked to approve")
    contact = contact_words(party.contact)
    return Line(
        party.name,
        (
            *_texts(party.commitments),
            _("In the party's ordinary steering: %(words)s") % {"words": party.steering}
            if party.steering
            else "",
            _("Contact: %(words)s") % {"words": contact} if contact else "",
            asked,
        ),
        group=SIDES,
    )


def _follow_up(wording: PublishedAgreement) -> Iterator[Line]:
    yield Line(_("How the work is documented"), (wording.documentation,))
    often = _how_often(wording.follow_up_months)
    yield Line(_("How it is followed up"), (wording.follow_up, wording.follow_up_by, often))


def _how_often(months: int) -> str:
    usual = {24: _("At least every second year"), 12: _("At least every year")}
    return usual.get(months) or ngettext(
        "At least every %(n)s month", "At least every %(n)s months", months
    ) % {"n": months}


def _frame(wording: PublishedAgreement, language: str) -> Iterator[Line]:
    yield Line(_("Parties"), tuple(party.name for party in wording.parties))
    yield Line(_("Holds in"), wording.areas)
    yield Line(
        pgettext("label", "Period"),
        (
            wording.period.stated,
            days_words(wording.period),
            prolongation_words(wording),
        ),
        language,
    )
    yield Line(_("What is changed since the last one"), (wording.changes,))
    yield Line(_("Follows on"), (wording.predecessor,))
    yield Line(_("Annex to"), (wording.parent,))
    if wording.level is Level.ANNEX:
        yield Line(_("Level"), (str(LEVELS[wording.level]),), language)
    if wording.origin is Origin.RESTATED:
        yield Line(_("How it came here"), (str(ORIGINS[wording.origin]),), language)
    if wording.signed_on:
        yield Line(_("Signed"), (swedish_date(wording.signed_on),), language)
    read = swedish_date(wording.source_on)
    yield Line(_("Source"), (wording.source_stated, read if wording.source_stated else ""))
    yield Line(_("Attached"), tuple(one.title for one in wording.attachments))
    if wording.is_example:
        yield Line(_("Example"), (_("Example, made up."),), language)


def _texts(lines: Iterable[PublishedLine]) -> tuple[str, ...]:
    return tuple(line.text for line in lines)
