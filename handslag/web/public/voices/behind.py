"""The way back: from what rests on a finding to the occasion where it was said."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString

from handslag.domain.voices.published import said_at
from handslag.web.public.spoken import swedish


@dataclass(frozen=True, slots=True)
class Behind:
    """An occasion that something rests on."""

    title: SafeString
    href: str


def occasions_of(keys: Iterable[str]) -> list[Behind]:
    """Where these findings come from, as far as anyone may read it. One query at most."""
    known = frozenset(key for key in keys if key)
    return [
        Behind(
            swedish(one.title),
            reverse("public:what-you-said", args=[one.municipality, one.slug]),
        )
        for one in said_at(known)
    ]
