"""What the page of a set says beside its promises: decisions, parties, what lacks."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.urls import reverse
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from handslag.core.periods import Rule
from handslag.domain.agreements.published import address_of as agreement_address
from handslag.domain.promises.published import (
    Neighbour,
    PublishedContact,
    PublishedFollowUp,
    PublishedWording,
    SetPage,
)
from handslag.domain.promises.rules.words import Change, Origin
from handslag.web.answers import joined, since_last_time
from handslag.web.public.listing import agreement
from handslag.web.public.spoken import Spoken, period_words, swedish, with_swedish
from handslag.web.ui.drawing import Drawing
from handslag.web.ui.marks import HANDSHAKE
from handslag.web.ui.templatetags.ui import number, swedish_date
from handslag.web.words.promises import CHANGES


def short_name_of(wording: PublishedWording) -> str:
    """ "Löftena 2026", or with the district they are given in."""
    period = period_words(wording.period)
    if wording.district:
        return _("The promises %(period)s, %(district)s") % {
            "period": period,
            "district": wording.district,
        }
    return _("The promises %(period)s") % {"period": period}


def name_of(page: SetPage) -> str:
    """ "Löftena i Karlskoga och Degerfors 2017"."""
    places = joined([area.name for area in page.areas]) or page.place
    if page.wording.district:
        places = f"{page.wording.district}, {places}"
    return _("The promises in %(place)s %(period)s") % {
        "place": places,
        "period": period_words(page.wording.period),
    }


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a list of facts. `said`: finished words, possibly with links."""

    label: str
    said: SafeString


def facts_of(page: SetPage, spoken: Spoken) -> list[Fact]:
    """What is known of how the set was decided, in the order things happen."""
    wording = page.wording
    found = [
        (pgettext("label", "Name"), spoken.words(wording.name)),
        (pgettext("label", "Period"), _period(wording, spoken)),
        (pgettext("label", "Given by"), _joined(party.name for party in wording.parties)),
        (pgettext("label", "Holds in"), _areas(page)),
        (pgettext("label", "Decided by"), spoken.words(wording.decided_by)),
        (pgettext("label", "Signed"), _signed(wording, spoken)),
        (
            pgettext("label", "Made public"),
            conditional_escape(swedish_date(wording.announced_on)),
        ),
        (pgettext("label", "Agreement"), _agreement(wording, spoken)),
        (pgettext("label", "Given under"), _given_under(page)),
    ]
    return [Fact(label, said) for label, said in found if said]


def _period(wording: PublishedWording, spoken: Spoken) -> SafeString:
    """The parties' own words and, where they differ, how we read them."""
    period, read = wording.period, period_words(wording.period)
    if not period.stated:
        return conditional_escape(_("Not stated"))
    same = _plain(read) == _plain(period.stated)
    if same or period.rule is Rule.UNCLEAR:
        return spoken.words(period.stated)
    return format_html("”{}”: {}", spoken.words(period.stated), read)


def _plain(words: str) -> str:
    """The words without regard to dashes and case."""
    return words.casefold().replace("–", "-").replace("--", "-").replace(" ", "")


def _joined(names: Iterable[str]) -> SafeString:
    said = [swedish(name) for name in names]
    return SafeString(joined(said)) if said else SafeString("")


def _areas(page: SetPage) -> SafeString:
    """Links to the same set in the other municipalities, for a joint set."""
    if len(page.areas) <= 1:
        return SafeString("")
    return format_html_join(
        ", ",
        '<a href="{}">{}</a>',
        (
            (
                f"../../../{area.address.municipality}/loften/{area.address.period}/",
                area.name,
            )
            for area in page.areas
        ),
    )


def _signed(wording: PublishedWording, spoken: Spoken) -> SafeString:
    if wording.signed_on is None:
        return spoken.words(wording.signed_stated)
    day = swedish_date(wording.signed_on)
    stated = wording.signed_stated
    if not stated or any(sign.isdigit() for sign in stated):
        return conditional_escape(day)
    return format_html("{}, {}", day, spoken.words(stated))


def _given_under(page: SetPage) -> SafeString:
    """The cooperation agreement, and where it is read while it is public."""
    tie = page.wording.agreed
    if tie is None:
        return SafeString("")
    period = agreement_address(tie.id, page.municipality)
    if not period:
        return swedish(tie.name)
    href = reverse("public:agreement", args=[page.municipality, period])
    return format_html('<a href="{}">{}</a>', href, swedish(tie.name))


def _agreement(wording: PublishedWording, spoken: Spoken) -> SafeString:
    """ "Annex to the agreement", beside what it is called."""
    translated = replace(wording, agreement=spoken.plain(wording.agreement))
    said = agreement(translated)
    same = translated.agreement == wording.agreement
    return with_swedish(said, wording.agreement) if same else conditional_escape(said)


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask, on whose behalf."""

    mark: Drawing
    organisation: str
    function: str
    email: str
    phone: str

    @property
    def dialled(self) -> str:
        """The number as a telephone wants it."""
        return "".join(sign for sign in self.phone if sign.isdigit() or sign == "+")


def contact_of(one: PublishedContact) -> Contact:
    return Contact(
        mark=HANDSHAKE[one.side],
        organisation=one.organisation,
        function=one.function,
        email=one.email,
        phone=one.phone,
    )


def contacts_of(page: SetPage) -> list[Contact]:
    """Those who give the set and have said how they are reached."""
    return [contact_of(one) for one in page.contacts if one.is_reachable]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A follow-up that another page has published."""

    heading: str
    summary: SafeString
    url: str


def follow_ups_of(page: SetPage) -> list[FollowUp]:
    """Follow-ups on somebody's page. Those published here stand in the line of events."""
    return [
        FollowUp(heading=_follow_up_heading(one), summary=swedish(one.summary), url=one.url)
        for one in page.standing.follow_ups
        if one.published_on is None
    ]


def _follow_up_heading(one: PublishedFollowUp) -> str:
    said = _("Follow-up from %(who)s") % {"who": one.party} if one.party else _("Follow-up")
    return f"{said}: {one.period}" if one.period else said


@dataclass(frozen=True, slots=True)
class Kinship:
    """What became of one promise from one set to the next."""

    change: Change
    text: SafeString
    href: str
    earlier: SafeString
    why: SafeString


@dataclass(frozen=True, slots=True)
class Lineage:
    """A set beside the one before it."""

    earlier_name: str
    earlier_href: str
    changes: tuple[tuple[str, tuple[Kinship, ...]], ...]  # by what became of them
    summary: str
    later: tuple[tuple[str, str], ...]  # address and name of those that came after


def address_of(neighbour: Neighbour) -> str:
    """From the page of a set to another set, whatever the language."""
    where = neighbour.address
    return f"../../../{where.municipality}/loften/{where.period}/"


def lineage_of(page: SetPage, spoken: Spoken, base: str) -> Lineage | None:
    """What was kept, changed, dropped and added since last time, and why."""
    earlier = next((one for one in page.neighbours if not one.is_later), None)
    later = tuple(
        (address_of(one), short_name_of(one.wording))
        for one in page.neighbours
        if one.is_later
    )
    rows = tuple(_kinships(page, spoken, base, earlier))
    if not rows and not later and earlier is None:
        return None
    return Lineage(
        earlier_name=short_name_of(earlier.wording) if earlier else "",
        earlier_href=address_of(earlier) if earlier else "",
        changes=tuple(
            (str(CHANGES[change]), alike)
            for change in Change
            if (alike := tuple(row for row in rows if row.change is change))
        ),
        summary=since_last_time(line.change for line in page.wording.lineage),
        later=later,
    )


def _kinships(
    page: SetPage, spoken: Spoken, base: str, earlier: Neighbour | None
) -> Iterable[Kinship]:
    ours = {promise.id: promise for promise in page.wording.promises}
    theirs = {one.id: one for one in earlier.wording.promises} if earlier else {}
    for line in page.wording.lineage:
        now, before = ours.get(line.promise or ""), theirs.get(line.earlier or "")
        old = spoken.words(before.title if before else line.earlier_text)
        if earlier and before and (line.change == Change.DROPPED or now is None):
            href, text = f"{address_of(earlier)}{before.nr}/", old
        elif now is not None:
            href, text = f"{base}{now.nr}/", spoken.title(now)
        else:
            href, text = "", old
        yield Kinship(
            change=Change(line.change),
            text=text,
            href=href,
            earlier=old if line.change == Change.CHANGED else SafeString(""),
            why=spoken.words(line.why),
        )


def gaps_of(page: SetPage) -> list[str]:
    """What one would want to know and is not told, in neutral words."""
    wording = page.wording
    ours = wording.origin == Origin.DECIDED
    silent = {
        _("Which period the promises hold is not said."): not wording.period.stated,
        _("When the promises are followed up is not said."): not wording.plan
        and not wording.follow_up_stated,
        _("Whom to ask is not said."): ours
        and not any(one.is_reachable for one in page.contacts),
    }
    return [*_counted_gaps(wording), *(gap for gap, missing in silent.items() if missing)]


def _counted_gaps(wording: PublishedWording) -> list[str]:
    """For how many promises something is missing."""
    promises = wording.promises
    ownerless = sum(not one.responsible for one in promises)
    numberless = sum(not one.targets for one in promises)
    groundless = 0 if wording.grounds else sum(not one.grounds for one in promises)
    sentences = (
        ngettext(
            "Who answers for %(n)s promise is not said.",
            "Who answers for %(n)s promises is not said.",
            ownerless,
        ),
        ngettext(
            "%(n)s promise has no number that can be counted.",
            "%(n)s promises have no number that can be counted.",
            numberless,
        ),
        ngettext(
            "What %(n)s promise rests on is not said.",
            "What %(n)s promises rest on is not said.",
            groundless,
        ),
    )
    counts = (ownerless, numberless, groundless)
    return [
        sentence % {"n": number(count)}
        for sentence, count in zip(sentences, counts, strict=True)
        if count
    ]
