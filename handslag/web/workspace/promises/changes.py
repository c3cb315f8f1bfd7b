"""What a new text changes in the one the public reads, promise by promise."""

from dataclasses import dataclass

from handslag.domain.promises.models import PromiseSet
from handslag.domain.promises.published import PublishedPromise, read
from handslag.web.targets import in_words


@dataclass(frozen=True, slots=True)
class Change:
    """One promise before and after. An empty side: it is new, or taken out."""

    title: str
    before: str
    after: str


def changes(set_: PromiseSet, frozen: str) -> list[Change]:
    """The promises that differ from the published version; none for a first text."""
    if set_.version is None or set_.version.content == frozen:
        return []
    before = {one.id: one for one in read(set_.version.content).promises}
    after = {one.id: one for one in read(frozen).promises}
    found = [
        Change(
            title=(after.get(key) or before[key]).title,
            before=_words(before.get(key)),
            after=_words(after.get(key)),
        )
        for key in {**before, **after}
    ]
    return [one for one in found if one.before != one.after]


def _words(promise: PublishedPromise | None) -> str:
    if promise is None:
        return ""
    owners = ", ".join(who.name for who in promise.responsible)
    targets = "; ".join(in_words(target) for target in promise.targets)
    parts = (promise.heading, promise.text, promise.purpose, promise.place, owners, targets)
    return "\n".join(part for part in parts if part)
