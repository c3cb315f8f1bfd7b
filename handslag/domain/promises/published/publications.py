"""The same promises as another page has published them, beside ours."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from handslag.domain.promises.models import Promise, PromiseSet
from handslag.domain.promises.published.wording import PublishedWording
from handslag.domain.promises.rules.words import DocumentKind


@dataclass(frozen=True, slots=True)
class SamePromise:
    """One promise in our words and in theirs. Empty: only the other has it."""

    nr: int | None
    ours: str
    theirs: str

    @property
    def differs(self) -> bool:
        return self.ours != self.theirs


@dataclass(frozen=True, slots=True)
class OtherWording:
    """The same set as another page published it."""

    publisher: str
    url: str
    retrieved_on: date | None
    period: str
    promises: tuple[SamePromise, ...]

    @property
    def differing(self) -> int:
        return sum(one.differs for one in self.promises)


def other_wordings(set_: PromiseSet, wording: PublishedWording) -> tuple[OtherWording, ...]:
    """Other publications of the set, promise by promise. One query."""
    rows = (
        Promise.objects.filter(
            set=set_, document__leading=False, document__kind=DocumentKind.PROMISE
        )
        .select_related("document", "same_as")
        .order_by("document_id", "position", "pk")
    )
    return tuple(
        _other(list(theirs), wording)
        for _, theirs in groupby(rows, key=lambda row: row.document_id)
    )


def _other(theirs: list[Promise], wording: PublishedWording) -> OtherWording:
    document = theirs[0].document
    assert document is not None  # noqa: S101 - the rows above have one
    return OtherWording(
        publisher=document.publisher,
        url=document.url or "",
        retrieved_on=document.retrieved_on,
        period=document.period_stated or "",
        promises=tuple(_pairs(theirs, wording)),
    )


def _pairs(theirs: Iterable[Promise], wording: PublishedWording) -> Iterable[SamePromise]:
    ours = {promise.id: promise for promise in wording.promises}
    for row in theirs:
        same = ours.pop(str(row.same_as.public_id), None) if row.same_as else None
        if same is None:
            yield SamePromise(None, "", row.text)
        else:
            yield SamePromise(same.nr, same.text, row.text)
    for left in ours.values():
        yield SamePromise(left.nr, left.text, "")
