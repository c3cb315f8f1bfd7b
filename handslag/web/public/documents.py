"""Agreements, pictures and plans that answer a search, and where they are read."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy

from handslag.core.search import services as search
from handslag.domain.agreements.published import agreements_found
from handslag.domain.organisations.published import DOCUMENT, Found
from handslag.domain.picture.published import pictures_found
from handslag.domain.plans.published import plans_found

MOST = 8
Finding = Callable[[Collection[UUID]], Mapping[UUID, Found]]

# What each is called, and how its address is found.
KINDS: Mapping[str, tuple[Lazy, Finding]] = {
    "agreement": (gettext_lazy("Cooperation agreement"), agreements_found),
    "picture": (gettext_lazy("Situational picture"), pictures_found),
    "plan": (gettext_lazy("Action plan"), plans_found),
}


@dataclass(frozen=True, slots=True)
class Document:
    """One that is found: what it is called, what it is, where it holds and is read."""

    title: str
    kind: Lazy
    place: str
    path: str


def documents(words: str) -> list[Document]:
    """Those that answer, the best first. Five questions at the most."""
    hits = search.find(words, kind=DOCUMENT, limit=MOST)
    keys = [(hit.title, *hit.subject.split("-", 1)) for hit in hits]
    where = {
        kind: finding(ids)
        for kind, (_name, finding) in KINDS.items()
        if (ids := {UUID(key) for _title, of, key in keys if of == kind})
    }
    found = []
    for title, kind, key in keys:
        at = where[kind].get(UUID(key))
        if at is not None:
            path = f"{at.slug}/{at.path}"
            found.append(Document(title, KINDS[kind][0], at.place, path))
    return found
