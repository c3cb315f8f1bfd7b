"""One set, as its pages show it: the set page, its promises and its publications."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from handslag.domain.promises.models import (
    Document,
    PromiseSet,
    SetSlug,
    Translation,
)
from handslag.domain.promises.published.addresses import (
    Area,
    Moved,
    Neighbour,
    neighbours,
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
    other_wordings: tuple[OtherWording, ...]
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
        other_wordings=other_wordings(set_, wording) if found.has_others else (),
        neighbours=tuple(neighbours(found.row)) if found.has_neighbours else (),
        last_change=max(published, reported, key=lambda change: change.at),
        is_withdrawn=set_.state == State.WITHDRAWN,
        is_taken_over=set_.taken_over_at is not None,
        may_be_indexed=may_be_indexed(set_),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """The address, and what else there is to ask about."""

    row: SetSlug
    has_others: bool
    has_neighbours: bool
    has_texts: bool


def _found(municipality: str, period: str) -> _Found | None:
    of_set = OuterRef("set")
    others = Document.objects.filter(set=of_set, leading=False, kind=DocumentKind.PROMISE)
    later = PromiseSet.objects.filter(predecessor=of_set, version__isnull=False)
    texts = Translation.objects.filter(version=OuterRef("set__version"))
    row = (
        SetSlug.objects.filter(
            municipality__slugs__slug=municipality,
            slug=period,
            set__version__isnull=False,
        )
        .select_related("set__version")
        .annotate(has_others=Exists(others))
        .annotate(has_later=Exists(later))
        .annotate(has_texts=Exists(texts))
        .first()
    )
    if row is None:
        return None
    return _Found(
        row=row,
        has_others=row.has_others,
        has_neighbours=row.has_later or row.set.predecessor_id is not None,
        has_texts=row.has_texts,
    )
