"""One set, as its pages show it: the set page, its promises and its publications."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from handslag.core.approvals.translations import APPROVED_IN, Texts
from handslag.domain.promises.models import PromiseSet
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
from handslag.domain.promises.published.translations import texts_in
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
    if found is None:
        return None
    set_, wording = found.set, read(found.content)
    around = surroundings(set_, wording)
    here = around.areas.get(found.municipality)
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
        texts=found.texts(language, wording) if found.has_texts else Texts(),
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
class _Beside:
    """The set before or after, as far as it is public."""

    period: str | None
    wording: PublishedWording | None
    version: int | None


@dataclass(frozen=True, slots=True)
class _Found:
    """The set at an address, with those before and after, and what else there is."""

    set: PromiseSet  # only what `_HERE` names is fetched
    municipality: int
    content: str
    has_others: bool
    has_texts: bool
    earlier: _Beside
    later: _Beside

    def neighbours(self, municipality: str) -> tuple[Neighbour, ...]:
        return tuple(
            Neighbour(Moved(municipality, one.period), one.wording, is_later=is_later)
            for one, is_later in ((self.earlier, False), (self.later, True))
            if one.period and one.wording
        )

    def texts(self, language: str, wording: PublishedWording) -> Texts:
        """What is translated here, and of the words of those before and after."""
        versions = {self.set.version_id or 0: wording}
        for one in (self.earlier, self.later):
            if one.version and one.wording:
                versions[one.version] = one.wording
        return texts_in(language, versions)


# Written out by hand: the same through the ORM takes as long to put together as a
# third of the whole page takes to make. The tests of sets hold it to its word.
_HERE = """
SELECT one.id, one.origin, one.state, one.is_example, one.taken_over_at, one.version_id,
    version.content AS frozen, here.municipality_id AS found_in,
    EXISTS (SELECT 1 FROM promises_document other WHERE other.set_id = one.id
        AND NOT other.leading AND other.kind = %(kind)s) AS has_others,
    EXISTS (SELECT 1 FROM approvals_translation text
        WHERE text.version_id IN (one.version_id, earlier.version_id, later.version_id)
        ) AS has_texts,
    before.slug AS earlier_at, earlier_version.content AS earlier_text,
    earlier.version_id AS earlier_id,
    after.slug AS later_at, later_version.content AS later_text,
    later.version_id AS later_id
FROM organisations_slug name
JOIN promises_setslug here ON here.municipality_id = name.organisation_id
JOIN promises_promiseset one ON one.id = here.set_id
JOIN approvals_version version ON version.id = one.version_id
LEFT JOIN promises_setslug before ON before.municipality_id = here.municipality_id
    AND before.set_id = one.predecessor_id AND before.current
LEFT JOIN promises_promiseset earlier ON earlier.id = before.set_id
LEFT JOIN approvals_version earlier_version ON earlier_version.id = earlier.version_id
LEFT JOIN promises_setslug after ON after.id = (
    SELECT next.id FROM promises_setslug next
    JOIN promises_promiseset heir ON heir.id = next.set_id
    WHERE heir.predecessor_id = one.id AND heir.version_id IS NOT NULL
        AND next.municipality_id = here.municipality_id AND next.current
    ORDER BY heir.starts, heir.id LIMIT 1)
LEFT JOIN promises_promiseset later ON later.id = after.set_id
LEFT JOIN approvals_version later_version ON later_version.id = later.version_id
WHERE name.slug = %(municipality)s AND here.slug = %(period)s
"""


def _found(municipality: str, period: str) -> _Found | None:
    """The set at an address. One query, however much there is around it."""
    asked = {
        "municipality": municipality,
        "period": period,
        "kind": DocumentKind.PROMISE.value,
    }
    rows: list[Any] = list(PromiseSet.objects.raw(_HERE, asked))
    if not rows:
        return None
    row = rows[0]
    return _Found(
        set=row,
        municipality=row.found_in,
        content=row.frozen,
        has_others=bool(row.has_others),
        has_texts=bool(row.has_texts),
        earlier=_beside(row.earlier_at, row.earlier_text, row.earlier_id),
        later=_beside(row.later_at, row.later_text, row.later_id),
    )


def _beside(period: str | None, content: str | None, version: int | None) -> _Beside:
    return _Beside(period, read(content) if period and content else None, version)


def publications(municipality: str, period: str) -> tuple[OtherWording, ...]:
    """The same set as other pages have published it, beside ours. Two queries."""
    found = _found(municipality, period)
    return other_wordings(found.set, read(found.content)) if found else ()
