"""Two wordings of the same set compared: before and after, or ours and theirs."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from handslag.domain.promises.published import (
    OtherWording,
    PublishedPromise,
    PublishedWording,
    SetPage,
    VersionPage,
)
from handslag.domain.vocabulary.published import terms_of
from handslag.domain.vocabulary.rules import Kind
from handslag.web.public.listing import Names, of_promise, of_set
from handslag.web.public.spoken import PUBLISHERS, language
from handslag.web.ui.templatetags.ui import swedish_date


@dataclass(frozen=True, slots=True)
class Field:
    """One text of the set, before and after."""

    label: str
    old: str
    new: str

    @property
    def differs(self) -> bool:
        return self.old != self.new


@dataclass(frozen=True, slots=True)
class Block:
    """The set itself, or one promise: what is new, gone, changed or the same."""

    heading: str
    title: str  # the heading of the promise, as written
    main: Field | None  # what is promised, in its own words
    fields: tuple[Field, ...]
    state: str  # same, changed, added, removed

    @property
    def changed(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if field.differs)

    @property
    def unchanged(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if not field.differs)


@dataclass(frozen=True, slots=True)
class Changes:
    """A whole version beside the one before it: the promises first."""

    blocks: tuple[Block, ...]
    is_first: bool

    @property
    def changed(self) -> int:
        return sum(block.state != "same" for block in self.blocks)

    @property
    def differing(self) -> tuple[Block, ...]:
        return tuple(block for block in self.blocks if block.state != "same")

    @property
    def same(self) -> tuple[Block, ...]:
        return tuple(block for block in self.blocks if block.state == "same")


def compared(found: VersionPage) -> Changes:
    """Every text of a version beside the same text in the one before."""
    return compare_wordings(found.before, found.wording)


def compare_wordings(before: PublishedWording | None, after: PublishedWording) -> Changes:
    """Two wordings promise by promise, by what a promise is and not by its number."""
    names = terms_of(Kind.FOCUS, Kind.ACTIVITY, Kind.SOURCE, language=language())
    earlier = {one.id: one for one in before.promises} if before else {}
    blocks = [_promise(earlier.pop(one.id, None), one, names) for one in after.promises]
    blocks += [_promise(gone, None, names) for gone in earlier.values()]
    blocks.append(_block(_("The whole set"), of_set(before, names), of_set(after, names)))
    return Changes(tuple(blocks), is_first=before is None)


def _promise(
    old: PublishedPromise | None, new: PublishedPromise | None, names: Names
) -> Block:
    known = new or old
    nr = known.nr if known else 0
    return _block(
        _("Promise %(nr)s") % {"nr": nr}, of_promise(old, names), of_promise(new, names)
    )


def _block(heading: str, old: dict[str, str], new: dict[str, str]) -> Block:
    labels = list(dict.fromkeys([*new, *old]))
    found = {
        label: Field(label, old.get(label, ""), new.get(label, "")) for label in labels
    }
    said = {label: field for label, field in found.items() if field.old or field.new}
    changed = any(field.differs for field in said.values())
    state = "removed" if not new else "added" if not old else "same"
    # What stands in the heading is repeated only where it differs.
    title, number = pgettext("label", "Heading"), pgettext("label", "Number")
    shown = said.pop(title, None)
    if shown and shown.differs and state == "same":
        said[title] = shown
    if number in said and (state != "same" or not said[number].differs):
        del said[number]
    return Block(
        heading=heading,
        title=(shown.new or shown.old) if shown else "",
        main=said.pop(pgettext("label", "What you promise"), None),
        fields=tuple(said.values()),
        state="changed" if state == "same" and changed else state,
    )


@dataclass(frozen=True, slots=True)
class Other:
    """Another publication of the set, with how much of it differs."""

    publisher: str
    url: str
    retrieved: str
    period: Field
    promises: tuple[tuple[int | None, Field], ...]
    differing: int
    total: int


def side_by_side(one: OtherWording, page: SetPage) -> Other:
    """Another page's words beside ours, promise by promise."""
    return Other(
        publisher=str(PUBLISHERS.get(one.publisher, one.publisher)),
        url=one.url,
        retrieved=swedish_date(one.retrieved_on),
        period=Field(pgettext("label", "Period"), page.wording.period.stated, one.period),
        promises=tuple(
            (pair.nr, Field("", pair.ours, pair.theirs)) for pair in one.promises
        ),
        differing=one.differing,
        total=len(one.promises),
    )
