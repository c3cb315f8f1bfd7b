"""The approved Swedish words in another language, where the translation still fits them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from handslag.core.approvals.rules import fingerprint
from handslag.domain.promises.models import PromiseSet, Translation
from handslag.domain.promises.published.wording import PublishedWording

APPROVED_IN = "sv"
OF_THE_SET = ("name", "lead", "purpose")
OF_A_PROMISE = ("heading", "text", "purpose", "place", "condition")


@dataclass(frozen=True, slots=True)
class Texts:
    """Translated texts by their place in the version. Swedish is what was approved."""

    said: Mapping[str, str] = field(default_factory=dict)

    def of(self, place: str) -> str | None:
        return self.said.get(place)


def places(wording: PublishedWording) -> Iterable[tuple[str, str]]:
    """Each text that can be translated: where it stands, and what it says in Swedish."""
    for name in OF_THE_SET:
        yield name, getattr(wording, name)
    for promise in wording.promises:
        for name in OF_A_PROMISE:
            yield promise_place(promise.id, name), getattr(promise, name)


def promise_place(promise_id: str, name: str) -> str:
    """Where a text of a promise stands: "promises.<id>.text"."""
    return f"promises.{promise_id}.{name}"


def texts_in(language: str, set_: PromiseSet, wording: PublishedWording) -> Texts:
    """What is translated. A translation of other words than those approved is left out."""
    if language == APPROVED_IN:
        return Texts()
    stands = {place: fingerprint(text) for place, text in places(wording) if text}
    rows = Translation.objects.filter(version=set_.version_id, language=language)
    return Texts(
        {row.place: row.text for row in rows if stands.get(row.place) == row.fingerprint}
    )
