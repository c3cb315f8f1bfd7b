"""The approved words of a version in another language, where the translation still fits."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from handslag.core.approvals.models import Translation, Version
from handslag.core.approvals.rules import fingerprint
from handslag.core.approvals.rules.translating import TextStanding

APPROVED_IN = "sv"


@dataclass(frozen=True, slots=True)
class ApprovedText:
    """One text that can be translated: where it stands, what it is, and what it says."""

    key: str
    kind: Any  # what it is, in the words of the thing it belongs to
    swedish: str
    part: str = ""  # the public id of the part it belongs to: a promise, a party


@dataclass(frozen=True, slots=True)
class Texts:
    """What is translated, by place and by the Swedish words. Swedish is approved."""

    said: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    is_whole: bool = False  # no text of this version is left in Swedish

    def of(self, place: str) -> str | None:
        return self.said.get(place)


# By the number of a version in the database; the one it is about stands first.
Approved = Mapping[int, Sequence[ApprovedText]]


def each_once(texts: Iterator[ApprovedText]) -> list[ApprovedText]:
    """The same words are there once, where they are first said: "centrum" is "centrum".

    What holds no letters, such as "2026", is the same in every language.
    """
    found: dict[str, ApprovedText] = {}
    for one in texts:
        if any(sign.isalpha() for sign in one.swedish):
            found.setdefault(one.swedish, one)
    return list(found.values())


def texts_in(language: str, versions: Approved) -> Texts:
    """What is translated of a version, and of the words in those beside it. One query.

    A translation of other words than those approved is left out.
    """
    if language == APPROVED_IN or not versions:
        return Texts()
    rows = Translation.objects.filter(version__in=versions, language=language)
    return fitting(rows, versions)


def fitting(rows: Iterable[Translation], versions: Approved) -> Texts:
    """Of these translations, those of exactly the words that stand in their place."""
    stands = {pk: {one.key: one for one in texts} for pk, texts in versions.items()}
    here = next(iter(versions))
    said: dict[str, str] = {}
    words: dict[str, str] = {}
    for row in sorted(rows, key=lambda row: row.version_id != here):
        place = stands[row.version_id].get(row.place)
        if place is None or fingerprint(place.swedish) != row.fingerprint:
            continue
        words.setdefault(place.swedish, row.text)
        if row.version_id == here:
            said[row.place] = row.text
    return Texts(said, words, is_whole=len(said) == len(stands[here]))


def texts_standing(
    version: Version, language: str, swedish: Mapping[str, str]
) -> dict[str, TextStanding]:
    """Each text of a version beside the translation that is kept, fitting or not.

    Not for the public: a translation of words that were changed since is here too.
    """
    rows = Translation.objects.filter(version=version, language=language)
    kept = {row.place: row for row in rows}
    return {
        place: TextStanding(words, kept[place].text, kept[place].fingerprint)
        if place in kept
        else TextStanding(words)
        for place, words in swedish.items()
    }


def earlier_contents(version: Version) -> list[str]:
    """The frozen texts of the same thing before this one, the latest first."""
    rows = Version.objects.filter(subject_id=version.subject_id, pk__lt=version.pk)
    return list(rows.order_by("-number").values_list("content", flat=True))
