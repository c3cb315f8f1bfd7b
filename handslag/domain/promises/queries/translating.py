from collections.abc import Mapping

from handslag.core.approvals.models import Version
from handslag.domain.promises.models import PromiseSet, Translation
from handslag.domain.promises.rules.translating import TextStanding
from handslag.domain.promises.rules.words import Origin


def may_be_translated(set_: PromiseSet) -> bool:
    """Is there a public text here that those who give it answer for themselves?"""
    is_summary = set_.origin == Origin.IMPORTED and set_.taken_over_at is None
    return set_.version_id is not None and not is_summary


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


def earlier_contents(set_: PromiseSet) -> list[str]:
    """The frozen texts of the set before the one that holds, the latest first."""
    rows = Version.objects.filter(subject_id=set_.public_id, pk__lt=set_.version_id or 0)
    return list(rows.order_by("-number").values_list("content", flat=True))
