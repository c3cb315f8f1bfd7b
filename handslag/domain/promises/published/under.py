"""What a set of promises is given under."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PublishedTie:
    """The cooperation agreement that the promises are given under, as it was called."""

    id: str
    name: str
