"""One set, as its pages show it: the set page, its promises and its publications."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Subquery

from handslag.domain.promises.models import (
    Document,
    SetSlug,
    Translation,
)
from handslag.domain.promises.published.addresses import (
    Area,
    Moved,
    Neighbour,
    surroundings,
)
from handslag.domain.promises.published.contacts import PublishedContact
from handslag.domain.promises.published.publications import OtherWording, other_wordings
from handslag.domain.promises.published.standing import (
    LastChange,
    PromiseStanding,
    SetStanding,
    standing_of,
)
from handslag.domain.promises.published.translations import APPROVED_IN, Texts, texts_in
from handslag.domain.promises.published.versions import (
    PublishedApproval,
    PublishedVersion,
    history,
    may_be_indexed,
)
from handslag.domain.promises.published.wording import PublishedWording, read
from handslag.domain.promises.rules.states import State
from handslag.domain.promises.rules.verdicts import Tally, tally
from handslag.domain.promises.rules.words import DocumentKind


@dataclass(frozen=True, slots=True)
class SetPage:
    """All that the pages of one set show."""

    municipality: str  # short name of the address that was asked for
    place: str  # what the municipality is called
    period: str
    canonical: Moved  # the address that counts, for a joint set
    areas: tuple[Area, ...]
    contacts: tuple[PublishedContact, ...]
    wording: PublishedWording
    texts: Texts  # translations of the wording, when another language was asked for
    standing: SetStanding
    history: tuple[PublishedVersion, ...]  # the first is what holds
    has_other_wordings: bool  # another page has published it in words of its own
    neighbours: tuple[Neighbour, ...]
    last_change: LastChange
    is_withdrawn: bool
    is_taken_over: bool
    may_be_indexed: bool

    @property
    def tally(self) -> Tally:
        return tally(one.verdict for one in self.standing.promises)

    @property
    def present(self) -> PublishedVersion:
        return self.history[0]

    @property
    def version(self) -> int:
        return self.present.number

    @property
    def fingerprint(self) -> str:
        return self.present.fingerprint

    @property
    def approvals(self) -> tuple[PublishedApproval, ...]:
        return self.present.approvals

    def promise(self, nr: int) -> PromiseStanding | None:
        return next((one for one in self.standing.promises if one.promise.nr == nr), None)


def set_page(
    municipality: str, period: str, *, today: date, language: str = APPROVED_IN
) -> SetPage | Moved | None:
    """The set at this address, where it has moved, or None. At most eight queries."""
    found = _found(municipality, period)
    if found is None or found.row.set.version is None:
        return None
    set_, version = found.row.set, found.row.set.version
    wording = read(version.content)
    around = surroundings(set_, wording)
    here = around.areas.get(found.row.municipality_id)
    if here is None or here.address != Moved(municipality, period):
        return here.address if here else around.home
    standing = standing_of(set_, wording, today=today)
    versions = history(set_)
    published = LastChange(versions[0].on)
    reported = standing.last_change or published
    return SetPage(
        municipality=municipality,
        place=here.name,
        period=period,
        canonical=around.home or here.address,
        areas=tuple(around.areas.values()),
        contacts=around.contacts,
        wording=wording,
        texts=texts_in(language, version, wording) if found.has_texts else Texts(),
        standing=standing,
        history=versions,
        has_other_wordings=found.has_others,
        neighbours=found.neighbours(here.address.municipality),
        last_change=max(published, reported, key=lambda change: change.at),
        is_withdrawn=set_.state == State.WITHDRAWN,
        is_taken_over=set_.taken_over_at is not None,
        may_be_indexed=may_be_indexed(set_),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """The address, with the sets before and after, and what else there is to ask about."""

    row: SetSlug
    has_others: bool
    has_texts: bool
    earlier: tuple[str | None, str | None]  # period and content
    later: tuple[str | None, str | None]

    def neighbours(self, municipality: str) -> tuple[Neighbour, ...]:
        return tuple(
            Neighbour(Moved(municipality, period), read(content), is_later=is_later)
            for (period, content), is_later in ((self.earlier, False), (self.later, True))
            if period and content
        )


def _found(municipality: str, period: str) -> _Found | None:
    """The set at an address. One query, however much there is around it."""
    of_set = OuterRef("set")
    others = Document.objects.filter(set=of_set, leading=False, kind=DocumentKind.PROMISE)
    texts = Translation.objects.filter(version=OuterRef("set__version"))
    here = SetSlug.objects.filter(
        municipality=OuterRef("municipality"), current=True, set__version__isnull=False
    )
    earlier = here.filter(set=OuterRef("set__predecessor"))
    later = here.filter(set__predecessor=of_set).order_by("set__starts", "set__pk")
    row = (
        SetSlug.objects.filter(
            municipality__slugs__slug=municipality,
            slug=period,
            set__version__isnull=False,
        )
        .select_related("set__version")
        .annotate(has_others=Exists(others))
        .annotate(has_texts=Exists(texts))
        .annotate(earlier_at=Subquery(earlier.values("slug")[:1]))
        .annotate(earlier=Subquery(earlier.values("set__version__content")[:1]))
        .annotate(later_at=Subquery(later.values("slug")[:1]))
        .annotate(later=Subquery(later.values("set__version__content")[:1]))
        .first()
    )
    if row is None:
        return None
    return _Found(
        row=row,
        has_others=row.has_others,
        has_texts=row.has_texts,
        earlier=(row.earlier_at, row.earlier),
        later=(row.later_at, row.later),
    )


def publications(municipality: str, period: str) -> tuple[OtherWording, ...]:
    """The same set as other pages have published it, beside ours. Two queries."""
    found = _found(municipality, period)
    if found is None or found.row.set.version is None:
        return ()
    return other_wordings(found.row.set, read(found.row.set.version.content))
